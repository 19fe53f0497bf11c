package org.afterword.account;

import java.util.List;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Who else can vouch for people, on the pages of the door. */
@ControllerAdvice(assignableTypes = { SignInController.class, PasskeyDoorController.class, JoinController.class })
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
