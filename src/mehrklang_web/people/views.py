"""Logging in and out, one's own account, the list of accounts, the Protokoll."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.views import LoginView
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang_web.audit.queries import entries
from mehrklang_web.people import actions
from mehrklang_web.people.forms import (
    ChangePasswordForm,
    LoginForm,
    NewPasswordForm,
    OpenAccountForm,
    ResetPasswordForm,
)
from mehrklang_web.people.gate import account_of, for_everybody, requires, with_first_password
from mehrklang_web.people.models import Account, Role
from mehrklang_web.people.queries import accounts, rights_of_roles
from mehrklang_web.people.rules import Right

ENTRIES_PER_PAGE = 50


class Login(LoginView):
    """The login page; whoever is logged in already is led on."""

    form_class = LoginForm
    template_name = "people/login.html"
    redirect_authenticated_user = True

    def form_valid(self, form: LoginForm) -> HttpResponse:  # type: ignore[override] # the form is ours
        """Lets the account in and notes it."""
        response = super().form_valid(form)
        actions.note_login(account=account_of(self.request))
        return response


@with_first_password
@for_everybody
@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """Ends the session and notes it."""
    actions.note_logout(account=account_of(request))
    logout(request)
    messages.success(request, "Sie sind abgemeldet.")
    return redirect("people:login")


@for_everybody
@require_http_methods(["GET", "POST"])
def own_account(request: HttpRequest) -> HttpResponse:
    """What one's role may do, and a new password."""
    account = account_of(request)
    form = ChangePasswordForm(request.POST or None, account=account)
    if request.method == "POST" and form.is_valid():
        _change_password(request, form)
        return redirect("people:own_account")
    page = {"form": form, "role": Role(account.role)}
    return render(request, "people/own_account.html", page, status=422 if form.errors else 200)


@with_first_password
@for_everybody
@require_http_methods(["GET", "POST"])
def first_password(request: HttpRequest) -> HttpResponse:
    """The first login: a password of one's own, before anything else."""
    form = NewPasswordForm(request.POST or None, account=account_of(request))
    if not account_of(request).first_password:
        return redirect("people:own_account")
    if request.method == "POST" and form.is_valid():
        _change_password(request, form)
        return redirect("workplace:overview")
    return render(request, "people/first_password.html", {"form": form}, status=422 if form.errors else 200)


def _change_password(request: HttpRequest, form: NewPasswordForm) -> None:
    account = account_of(request)
    actions.change_password(account=account, password=form.cleaned_data["new"], by=account)
    update_session_auth_hash(request, account)
    messages.success(request, "Das Passwort ist geändert.")


@requires(Right.MANAGE_ACCOUNTS)
@require_http_methods(["GET", "POST"])
def account_list(request: HttpRequest) -> HttpResponse:
    """All accounts, what each role may do, and a form for a new one."""
    form = OpenAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        account = actions.open_account(
            username=data["username"],
            full_name=data["full_name"],
            role=Role(data["role"]),
            password=data["password"],
            by=account_of(request),
        )
        messages.success(
            request,
            f"Das Konto für {account.full_name} ist angelegt. Bei der ersten Anmeldung wird das Passwort geändert.",
        )
        return redirect("people:accounts")
    page = {"form": form, "accounts": accounts(), "table": rights_of_roles()}
    return render(request, "people/accounts.html", page)


@requires(Right.MANAGE_ACCOUNTS)
@require_POST
def switch_account(request: HttpRequest, number: int) -> HttpResponse:
    """Locks or unlocks an account, but never one's own."""
    account, by = get_object_or_404(Account, pk=number), account_of(request)
    if account.pk == by.pk:
        messages.error(request, "Das eigene Konto kann nicht gesperrt werden.")
    elif account.is_active:
        actions.lock_account(account=account, by=by)
        messages.success(request, f"Das Konto von {account.full_name} ist gesperrt.")
    else:
        actions.unlock_account(account=account, by=by)
        messages.success(request, f"Das Konto von {account.full_name} ist wieder aktiv.")
    return redirect("people:accounts")


@requires(Right.MANAGE_ACCOUNTS)
@require_http_methods(["GET", "POST"])
def reset_password(request: HttpRequest, number: int) -> HttpResponse:
    """A new first password for who has forgotten the own one; one's own is changed on one's own page."""
    account, by = get_object_or_404(Account, pk=number), account_of(request)
    if account.pk == by.pk:
        return redirect("people:own_account")
    form = ResetPasswordForm(request.POST or None, account=account)
    if request.method == "POST" and form.is_valid():
        actions.reset_password(account=account, password=form.cleaned_data["password"], by=by)
        messages.success(
            request,
            f"Das Passwort von {account.full_name} ist zurückgesetzt. Bei der nächsten Anmeldung wird es geändert.",
        )
        return redirect("people:accounts")
    page = {"form": form, "account": account}
    return render(request, "people/reset_password.html", page, status=422 if form.errors else 200)


@requires(Right.READ_AUDIT)
@require_safe
def trace(request: HttpRequest) -> HttpResponse:
    """The Protokoll, newest first."""
    search = request.GET.get("suche", "").strip()
    page = Paginator(entries(search), ENTRIES_PER_PAGE).get_page(request.GET.get("seite"))
    return render(request, "people/trace.html", {"page": page, "search": search, "query": _kept(search)})


def _kept(search: str) -> str:
    """The part of an address that keeps the search while turning pages."""
    return f"{urlencode({'suche': search})}&" if search else ""
