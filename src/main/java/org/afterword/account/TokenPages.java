package org.afterword.account;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** What the pages behind a link in a letter have in common. */
public final class TokenPages {

	private TokenPages() {
	}

	/** What a key opened, and so where one gets a new one. */
	public enum Door {

		SIGN_IN, INVITATION, LEAVING, ERASURE, FIRST;

		/** The end of its message keys. */
		String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** Says that a key was used, or is too old, or never was one, and what to do. */
	public static String old(Door door, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.GONE.value());
		model.addAttribute("door", door.word());
		return "account/old-key";
	}

	/** No browser keeps a page whose address opens a door. */
	public static void unkept(HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
	}

}
