package org.afterword.account.providers;

import java.util.List;

import org.afterword.account.credentials.Providers;
import org.afterword.account.joining.JoinController;
import org.afterword.account.signin.PasskeySignInController;
import org.afterword.account.signin.SignInController;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The providers, on the pages where one signs in or joins. */
@ControllerAdvice(assignableTypes = { SignInController.class, PasskeySignInController.class, JoinController.class })
class ProviderButtons {

	private final Providers providers;

	ProviderButtons(Providers providers) {
		this.providers = providers;
	}

	@ModelAttribute("providers")
	List<Providers.Provider> providers() {
		return this.providers.all();
	}

}
