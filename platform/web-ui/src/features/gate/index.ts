/** The pages before signing in: sign in, sign up, invitation, forgotten password, confirming an address. */
export { ConfirmPage, ForgottenPage, ResetPage } from "./PasswordPages";
export { SignInPage } from "./SignInPage";
export { InvitePage, SignUpPage } from "./SignUpPages";
