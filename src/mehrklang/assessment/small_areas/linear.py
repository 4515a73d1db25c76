"""The little linear algebra that a model of a few coefficients needs: plain lists of rows."""

Matrix = list[list[float]]


def transposed(matrix: Matrix) -> Matrix:
    """Columns as rows.

    >>> transposed([[1.0, 2.0], [3.0, 4.0]])
    [[1.0, 3.0], [2.0, 4.0]]
    """
    return [list(column) for column in zip(*matrix, strict=True)]


def product(first: Matrix, second: Matrix) -> Matrix:
    """The matrix product.

    >>> product([[1.0, 2.0]], [[3.0], [4.0]])
    [[11.0]]
    """
    columns = transposed(second)
    return [[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in first]


def inverse(matrix: Matrix) -> Matrix:
    """By Gauss and Jordan with row exchange; ValueError where there is none.

    >>> inverse([[2.0, 0.0], [0.0, 4.0]])
    [[0.5, 0.0], [0.0, 0.25]]
    """
    size = len(matrix)
    rows = [[*row, *(1.0 if at == here else 0.0 for at in range(size))] for here, row in enumerate(matrix)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        if abs(rows[pivot][at]) < 1e-12:
            raise ValueError("the coefficients cannot be told apart")
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [number / rows[at][at] for number in rows[at]]
        for other in range(size):
            if other != at:
                factor = rows[other][at]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [row[size:] for row in rows]
