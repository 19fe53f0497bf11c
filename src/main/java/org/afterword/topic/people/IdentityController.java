package org.afterword.topic.people;

import org.afterword.kernel.Forms;
import org.afterword.kernel.Refused;
import org.afterword.member.Handle;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.topic.ViewedTopic;
import org.afterword.topic.claims.ClaimForm;
import org.afterword.topic.claims.Claims;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which member somebody is whom the webinar knew by initials. */
@Controller
@RequestMapping("/topics/{slug}/people/claims")
class IdentityController {

	private final PeoplePage page;

	private final Claims claims;

	private final Members members;

	private final TypedMembers typed;

	IdentityController(PeoplePage page, Claims claims, Members members, TypedMembers typed) {
		this.page = page;
		this.claims = claims;
		this.members = members;
		this.typed = typed;
	}

	@PostMapping
	String identify(ViewedTopic topic, Viewer viewer, @ModelAttribute("claim") ClaimForm form, BindingResult errors,
			Model model, RedirectAttributes after) {
		PeoplePage.mustFacilitate(topic);
		return Forms.submit(errors, () -> {
			if (!this.claims.identify(topic.id(), form.label(), this.typed.get(form.member(), "member").id(), viewer)) {
				throw new Refused("people.no-label");
			}
			return PeoplePage.back(topic, "people.claimed", after);
		}, () -> this.page.show(topic, model));
	}

	@DeleteMapping
	String undo(ViewedTopic topic, Viewer viewer, @RequestParam String label, @RequestParam String handle,
			RedirectAttributes after) {
		PeoplePage.mustFacilitate(topic);
		this.claims.undo(topic.id(), label, this.members.get(Handle.of(handle)).id(), viewer);
		return PeoplePage.back(topic, "people.unclaimed", after);
	}

}
