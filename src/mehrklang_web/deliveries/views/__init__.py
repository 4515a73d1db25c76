"""The pages of the deliveries: the list with the upload, a file on trial, its mapping, its issues, a frozen file."""
