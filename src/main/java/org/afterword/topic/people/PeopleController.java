package org.afterword.topic.people;

import java.util.List;
import java.util.Optional;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.Listed;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Handle;
import org.afterword.member.MemberView;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicRole;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.afterword.topic.claims.ClaimForm;
import org.afterword.topic.claims.Claims;
import org.afterword.topic.claims.TopicPlaceholders;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who runs a topic, who spoke at its webinar, and who is behind its initials. */
@Controller
@RequestMapping("/topics/{slug}/people")
class PeopleController {

	private final Topics topics;

	private final TopicPlaceholders placeholders;

	private final TopicRoles roles;

	private final Claims claims;

	private final Members members;

	PeopleController(Topics topics, TopicPlaceholders placeholders, TopicRoles roles, Claims claims, Members members) {
		this.topics = topics;
		this.placeholders = placeholders;
		this.roles = roles;
		this.claims = claims;
		this.members = members;
	}

	/**
	 * @param roles how many stand before those with a role
	 * @param claims the last claim before those that wait
	 * @param known the last before those known by initials
	 */
	@GetMapping
	String people(@PathVariable Slug slug, Viewer viewer, @RequestParam(defaultValue = "0") int roles,
			@RequestParam(defaultValue = "0") long claims, @RequestParam(defaultValue = "0") long known, Model model) {
		var topic = facilitated(slug, viewer);
		model.addAttribute("appointment", new AppointmentForm("", ""));
		model.addAttribute("claim", new ClaimForm("", ""));
		return page(topic, Math.max(0, roles), claims, known, viewer, model);
	}

	@PostMapping("/roles")
	String appoint(@PathVariable Slug slug, Viewer viewer, @ModelAttribute("appointment") AppointmentForm form,
			BindingResult errors, Model model, RedirectAttributes after) {
		var topic = facilitated(slug, viewer);
		var member = member(form.handle(), "handle", errors);
		if (form.role().isEmpty()) {
			errors.rejectValue("role", "people.no-role");
		}
		if (errors.hasErrors() || member.isEmpty()) {
			model.addAttribute("claim", new ClaimForm("", ""));
			return page(topic, viewer, model);
		}
		this.roles.appoint(topic.id(), member.get().id(), form.topicRole(), viewer);
		return back(slug, "people.appointed", after);
	}

	@DeleteMapping("/roles")
	String release(@PathVariable Slug slug, Viewer viewer, @RequestParam String handle, @RequestParam TopicRole role,
			RedirectAttributes after) {
		var topic = facilitated(slug, viewer);
		this.roles.release(topic.id(), this.members.get(Handle.of(handle)).id(), role, viewer);
		return back(slug, "people.released", after);
	}

	@PostMapping("/claims")
	String claim(@PathVariable Slug slug, Viewer viewer, @ModelAttribute("claim") ClaimForm form, BindingResult errors,
			Model model, RedirectAttributes after) {
		var topic = facilitated(slug, viewer);
		var member = member(form.member(), "member", errors);
		member.ifPresent((one) -> settle(topic, form.label(), one, viewer, errors));
		if (errors.hasErrors()) {
			model.addAttribute("appointment", new AppointmentForm("", ""));
			return page(topic, viewer, model);
		}
		return back(slug, "people.claimed", after);
	}

	@DeleteMapping("/claims")
	String unclaim(@PathVariable Slug slug, Viewer viewer, @RequestParam String label, @RequestParam String handle,
			RedirectAttributes after) {
		var topic = facilitated(slug, viewer);
		this.claims.undo(topic.id(), label, this.members.get(Handle.of(handle)).id(), viewer);
		return back(slug, "people.unclaimed", after);
	}

	private void settle(TopicView topic, String label, MemberView member, Viewer viewer, Errors errors) {
		try {
			if (!this.claims.settle(topic.id(), label, member.id(), viewer)) {
				errors.reject("people.no-label");
			}
		}
		catch (Refused refused) {
			errors.reject(refused.key(), refused.arguments(), refused.key());
		}
		catch (Conflict overtaken) {
			errors.reject(overtaken.key(), overtaken.arguments(), overtaken.key());
		}
	}

	private TopicView facilitated(Slug slug, Viewer viewer) {
		var topic = this.topics.get(slug, viewer);
		this.topics.viewed(topic.id(), viewer).mustFacilitate("settle who is who");
		return topic;
	}

	private Optional<MemberView> member(String typed, String field, Errors errors) {
		var handle = typed.startsWith("@") ? typed.substring(1) : typed;
		var member = handle.matches(Handle.FORM) ? this.members.find(new Handle(handle)) : Optional.<MemberView>empty();
		if (member.isEmpty()) {
			errors.rejectValue(field, typed.isEmpty() ? "people.no-handle" : "people.nobody", new Object[] { handle },
					"people.nobody");
		}
		return member;
	}

	private String page(TopicView topic, Viewer viewer, Model model) {
		return page(topic, 0, 0, 0, viewer, model);
	}

	private String page(TopicView topic, int roles, long claims, long known, Viewer viewer, Model model) {
		var here = "/topics/" + topic.slug() + "/people?";
		model.addAttribute("topic", topic);
		model.addAttribute("decidedByOthers", this.claims.decidedByOthers(topic.id(), viewer));
		model.addAttribute("roles", List.of(TopicRole.SPEAKER, TopicRole.FACILITATOR));
		var appointed = Listed.of(this.roles.appointed(topic.id(), roles), Topics.PAGE);
		model.addAttribute("appointed", appointed.shown());
		model.addAttribute("moreAppointed", appointed.next((last) -> here + "roles=" + (roles + Topics.PAGE)));
		var waiting = Listed.of(this.claims.waiting(topic.id(), claims, viewer), Topics.PAGE);
		model.addAttribute("claims", waiting.shown());
		model.addAttribute("moreClaims", waiting.next((last) -> here + "claims=" + last.id()));
		var people = Listed.of(this.placeholders.list(topic.id(), known), Topics.PAGE);
		model.addAttribute("known", people.shown());
		model.addAttribute("moreKnown", people.next((last) -> here + "known=" + last.id()));
		return "topic/people";
	}

	private static String back(Slug slug, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/topics/" + slug + "/people";
	}

}
