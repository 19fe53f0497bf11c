package org.afterword.member;

/**
 * Whom somebody claims to be when they sign in, and what proves it. Never shown or kept.
 *
 * @param hash of the password, as the encoder wrote it
 */
public record Credentials(Viewer viewer, String hash) {

	@Override
	public String toString() {
		return "credentials of " + this.viewer;
	}

}
