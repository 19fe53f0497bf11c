package org.afterword.account.credentials;

import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;

/**
 * A passkey that a browser has made.
 *
 * @param options that it was made for
 * @param credential as JSON
 */
public record NewPasskey(PublicKeyCredentialCreationOptions options, String credential) {

}
