/** The pages before signing in: sign in, sign up, invitation, forgotten password, confirming an address; and the receipt of a deleted account. */
export { ErasedPage } from "./ErasedPage";
export { ConfirmPage, ForgottenPage, ResetPage } from "./PasswordPages";
export { SignInPage } from "./SignInPage";
export { InvitePage, SignUpPage } from "./SignUpPages";
