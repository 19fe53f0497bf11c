package org.afterword.topic.people;

import org.afterword.kernel.Forms;
import org.afterword.member.Handle;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicRole;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who speaks in a topic and who facilitates it. */
@Controller
@RequestMapping("/topics/{slug}/people/roles")
class AppointmentController {

	private final PeoplePage page;

	private final TopicRoles roles;

	private final Members members;

	private final TypedMembers typed;

	AppointmentController(PeoplePage page, TopicRoles roles, Members members, TypedMembers typed) {
		this.page = page;
		this.roles = roles;
		this.members = members;
		this.typed = typed;
	}

	@PostMapping
	String appoint(ViewedTopic topic, Viewer viewer, @ModelAttribute("appointment") AppointmentForm form,
			BindingResult errors, Model model, RedirectAttributes after) {
		PeoplePage.mustFacilitate(topic);
		if (form.role().isEmpty()) {
			errors.rejectValue("role", "people.no-role");
		}
		return Forms.submit(errors, () -> {
			this.roles.appoint(topic.id(), this.typed.get(form.handle(), "handle").id(), form.topicRole(), viewer);
			return PeoplePage.back(topic, "people.appointed", after);
		}, () -> this.page.show(topic, model));
	}

	@DeleteMapping
	String release(ViewedTopic topic, Viewer viewer, @RequestParam String handle, @RequestParam TopicRole role,
			RedirectAttributes after) {
		PeoplePage.mustFacilitate(topic);
		this.roles.release(topic.id(), this.members.get(Handle.of(handle)).id(), role, viewer);
		return PeoplePage.back(topic, "people.released", after);
	}

}
