package org.afterword.account.providers;

import java.io.Serializable;

import jakarta.servlet.http.HttpServletRequest;
import org.afterword.account.LocalPath;
import org.afterword.account.RememberedDevices;

/**
 * What somebody wants who goes to a provider, kept in their session until they are back.
 *
 * @param to where they want to go
 * @param invitation key of one that they came with, or empty
 * @param remember whether their device is to stay signed in
 */
record ProviderTrip(String to, String invitation, boolean remember) implements Serializable {

	private static final String ATTRIBUTE = "provider-trip";

	private static final int LONGEST_KEY = 100;

	/** Keeps what the parameters of this request say. */
	static void begin(HttpServletRequest request) {
		var key = request.getParameter("invitation");
		request.getSession()
			.setAttribute(ATTRIBUTE,
					new ProviderTrip(LocalPath.of(request.getParameter("to")).value(),
							(key != null && key.length() <= LONGEST_KEY) ? key : "",
							request.getParameter(RememberedDevices.PARAMETER) != null));
	}

	/** What was kept, which is removed; otherwise to the front page. */
	static ProviderTrip end(HttpServletRequest request) {
		var session = request.getSession();
		var trip = (ProviderTrip) session.getAttribute(ATTRIBUTE);
		session.removeAttribute(ATTRIBUTE);
		return (trip != null) ? trip : new ProviderTrip(LocalPath.HOME.value(), "", false);
	}

}
