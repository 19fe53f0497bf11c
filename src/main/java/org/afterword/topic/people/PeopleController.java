package org.afterword.topic.people;

import java.util.List;
import java.util.Optional;

import org.afterword.kernel.Forms;
import org.afterword.kernel.Listed;
import org.afterword.kernel.Refused;
import org.afterword.member.Handle;
import org.afterword.member.MemberView;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicRole;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.afterword.topic.ViewedTopic;
import org.afterword.topic.claims.ClaimForm;
import org.afterword.topic.claims.ClaimLists;
import org.afterword.topic.claims.Claims;
import org.afterword.topic.claims.TopicPlaceholders;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people of a topic: who facilitates it, who speaks, and who is behind initials. */
@Controller
@RequestMapping("/topics/{slug}/people")
class PeopleController {

	private final TopicRoles roles;

	private final TopicPlaceholders placeholders;

	private final Claims claims;

	private final ClaimLists lists;

	private final Members members;

	PeopleController(TopicRoles roles, TopicPlaceholders placeholders, Claims claims, ClaimLists lists,
			Members members) {
		this.roles = roles;
		this.placeholders = placeholders;
		this.claims = claims;
		this.lists = lists;
		this.members = members;
	}

	/**
	 * @param roles how many people with a role are on the pages before
	 * @param claims the last claim of the page before
	 * @param known the last placeholder of the page before
	 */
	@GetMapping
	String people(ViewedTopic topic, @RequestParam(defaultValue = "0") int roles,
			@RequestParam(defaultValue = "0") long claims, @RequestParam(defaultValue = "0") long known, Model model) {
		mustFacilitate(topic);
		return page(topic, Math.max(0, roles), claims, known, model);
	}

	@PostMapping("/roles")
	String appoint(ViewedTopic topic, Viewer viewer, @ModelAttribute("appointment") AppointmentForm form,
			BindingResult errors, Model model, RedirectAttributes after) {
		mustFacilitate(topic);
		if (form.role().isEmpty()) {
			errors.rejectValue("role", "people.no-role");
		}
		return Forms.submit(errors, () -> {
			this.roles.appoint(topic.id(), member(form.handle(), "handle").id(), form.topicRole(), viewer);
			return back(topic, "people.appointed", after);
		}, () -> page(topic, 0, 0, 0, model));
	}

	@DeleteMapping("/roles")
	String release(ViewedTopic topic, Viewer viewer, @RequestParam String handle, @RequestParam TopicRole role,
			RedirectAttributes after) {
		mustFacilitate(topic);
		this.roles.release(topic.id(), this.members.get(Handle.of(handle)).id(), role, viewer);
		return back(topic, "people.released", after);
	}

	@PostMapping("/claims")
	String identify(ViewedTopic topic, Viewer viewer, @ModelAttribute("claim") ClaimForm form, BindingResult errors,
			Model model, RedirectAttributes after) {
		mustFacilitate(topic);
		return Forms.submit(errors, () -> {
			if (!this.claims.identify(topic.id(), form.label(), member(form.member(), "member").id(), viewer)) {
				throw new Refused("people.no-label");
			}
			return back(topic, "people.claimed", after);
		}, () -> page(topic, 0, 0, 0, model));
	}

	@DeleteMapping("/claims")
	String undo(ViewedTopic topic, Viewer viewer, @RequestParam String label, @RequestParam String handle,
			RedirectAttributes after) {
		mustFacilitate(topic);
		this.claims.undo(topic.id(), label, this.members.get(Handle.of(handle)).id(), viewer);
		return back(topic, "people.unclaimed", after);
	}

	private static void mustFacilitate(ViewedTopic topic) {
		topic.mustFacilitate("decide who is who");
	}

	private MemberView member(String typed, String field) {
		var handle = typed.startsWith("@") ? typed.substring(1) : typed;
		var member = handle.matches(Handle.FORM) ? this.members.find(new Handle(handle)) : Optional.<MemberView>empty();
		return member
			.orElseThrow(() -> new Refused(typed.isEmpty() ? "people.no-handle" : "people.nobody", handle).on(field));
	}

	private String page(ViewedTopic topic, int roles, long claims, long known, Model model) {
		var here = "/topics/" + topic.slug() + "/people?";
		if (!model.containsAttribute("appointment")) {
			model.addAttribute("appointment", new AppointmentForm("", ""));
		}
		if (!model.containsAttribute("claim")) {
			model.addAttribute("claim", new ClaimForm("", ""));
		}
		model.addAttribute("decidedByOthers", this.lists.decidedByOthers(topic.id(), topic.viewer()));
		model.addAttribute("roles", List.of(TopicRole.SPEAKER, TopicRole.FACILITATOR));
		var appointed = Listed.of(this.roles.appointed(topic.id(), roles), Topics.PAGE);
		model.addAttribute("appointed", appointed.shown());
		model.addAttribute("moreAppointed", appointed.next((last) -> here + "roles=" + (roles + Topics.PAGE)));
		var waiting = Listed.of(this.lists.waiting(topic.id(), claims, topic.viewer()), Topics.PAGE);
		model.addAttribute("claims", waiting.shown());
		model.addAttribute("moreClaims", waiting.next((last) -> here + "claims=" + last.id()));
		var people = Listed.of(this.placeholders.list(topic.id(), known), Topics.PAGE);
		model.addAttribute("known", people.shown());
		model.addAttribute("moreKnown", people.next((last) -> here + "known=" + last.id()));
		return "topic/people";
	}

	private static String back(ViewedTopic topic, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/topics/" + topic.slug() + "/people";
	}

}
