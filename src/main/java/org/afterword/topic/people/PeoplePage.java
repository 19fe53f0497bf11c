package org.afterword.topic.people;

import java.util.List;

import org.afterword.kernel.Listed;
import org.afterword.topic.TopicRole;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.afterword.topic.ViewedTopic;
import org.afterword.topic.claims.ClaimForm;
import org.afterword.topic.claims.ClaimLists;
import org.afterword.topic.claims.TopicPlaceholders;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the people of a topic, with the forms that stand on it. */
@Component
class PeoplePage {

	private final TopicRoles roles;

	private final TopicPlaceholders placeholders;

	private final ClaimLists lists;

	PeoplePage(TopicRoles roles, TopicPlaceholders placeholders, ClaimLists lists) {
		this.roles = roles;
		this.placeholders = placeholders;
		this.lists = lists;
	}

	/** The same from its beginning, after a form that was refused. */
	String show(ViewedTopic topic, Model model) {
		return show(topic, 0, 0, 0, model);
	}

	/**
	 * The page, for those who facilitate the topic.
	 * @param roles how many people with a role are on the pages before
	 * @param claims the last claim of the page before
	 * @param known the last placeholder of the page before
	 */
	String show(ViewedTopic topic, int roles, long claims, long known, Model model) {
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

	static void mustFacilitate(ViewedTopic topic) {
		topic.mustFacilitate("decide who is who");
	}

	/** Back to the page, which says what was done. */
	static String back(ViewedTopic topic, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/topics/" + topic.slug() + "/people";
	}

}
