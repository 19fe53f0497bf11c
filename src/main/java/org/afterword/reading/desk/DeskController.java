package org.afterword.reading.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.afterword.conversation.answers.StatusForm;
import org.afterword.kernel.Listed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.moderation.Staff;
import org.afterword.moderation.log.StaffLog;
import org.afterword.question.QuestionStatus;
import org.afterword.question.Questions;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.afterword.topic.people.Leaves;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The desk: everything that waits for those who run topics, and the same for one topic.
 */
@Controller
class DeskController {

	private final Desk desk;

	private final Staff staff;

	private final Topics topics;

	private final Questions questions;

	private final Leaves leaves;

	private final StaffLog log;

	DeskController(Desk desk, Staff staff, Topics topics, Questions questions, Leaves leaves, StaffLog log) {
		this.log = log;
		this.questions = questions;
		this.desk = desk;
		this.staff = staff;
		this.topics = topics;
		this.leaves = leaves;
	}

	@GetMapping("/desk")
	String all(@RequestParam(required = false) @Nullable String part, @RequestParam(defaultValue = "age") String by,
			@RequestParam(defaultValue = "") String after, Viewer viewer, Model model) {
		this.staff.mustModerate(viewer);
		return page(null, part, by, after, viewer, model);
	}

	@GetMapping("/topics/{slug}/desk")
	String one(@PathVariable Slug slug, @RequestParam(required = false) @Nullable String part,
			@RequestParam(defaultValue = "age") String by, @RequestParam(defaultValue = "") String after, Viewer viewer,
			Model model) {
		var topic = this.topics.get(slug, viewer);
		this.topics.viewed(topic.id(), viewer).mustFacilitate("see the desk");
		return page(topic, part, by, after, viewer, model);
	}

	/** Leads on, and changes nothing. */
	@GetMapping("/topics/{slug}/desk/next")
	String next(@PathVariable Slug slug, @RequestParam QuestionNumber after, Viewer viewer, RedirectAttributes then) {
		var topic = this.topics.get(slug, viewer);
		this.topics.viewed(topic.id(), viewer).mustFacilitate("see the desk");
		var next = this.desk.next(topic.id(), this.questions.get(topic.id(), after).id(), viewer);
		if (next.isEmpty()) {
			then.addFlashAttribute("done", "desk.last");
		}
		return "redirect:/topics/" + slug + next.map((number) -> "/questions/" + number).orElse("/desk");
	}

	@PostMapping("/desk/{part:[a-z]+}/{id:[0-9]{1,18}}/owner")
	String take(@PathVariable("part") String word, @PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.staff.mustModerate(viewer);
		var part = named(word);
		this.desk.take(part, id, viewer);
		after.addFlashAttribute("done", "desk.took");
		after.addFlashAttribute("about", this.desk.named(part, id, viewer));
		return "redirect:/desk";
	}

	@DeleteMapping("/desk/{part:[a-z]+}/{id:[0-9]{1,18}}/owner")
	String giveBack(@PathVariable("part") String word, @PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.staff.mustModerate(viewer);
		var part = named(word);
		if (this.desk.giveBack(part, id, viewer)) {
			after.addFlashAttribute("done", "desk.released");
			after.addFlashAttribute("about", this.desk.named(part, id, viewer));
		}
		return "redirect:/desk";
	}

	private String page(@Nullable TopicView topic, @Nullable String word, String by, String after, Viewer viewer,
			Model model) {
		var one = (topic != null) ? topic.id() : null;
		var only = part(word);
		var wanted = by.equals("votes");
		var address = (topic != null) ? "/topics/" + topic.slug() + "/desk" : "/desk";
		var order = wanted ? "by=votes" : "";
		var here = (only != null) ? address + "?part=" + only.word() + (wanted ? "&" + order : "")
				: address + (wanted ? "?" + order : "");
		var rows = new LinkedHashMap<DeskPart, Listed<DeskRow>>();
		if (only != null) {
			var shown = this.desk.rows(only, one, wanted, DeskPlace.parse(after), Desk.PAGE, viewer);
			rows.put(only, shown);
			model.addAttribute("next", shown.next((row) -> here + "&after=" + row.place()));
		}
		else {
			for (var part : DeskPart.values()) {
				rows.put(part, this.desk.rows(part, one, wanted, DeskPlace.START, Desk.GLANCE, viewer));
			}
		}
		model.addAttribute("topic", topic);
		model.addAttribute("address", address);
		model.addAttribute("then", here);
		model.addAttribute("parts", rows);
		var nothing = rows.values().stream().allMatch((part) -> part.shown().isEmpty());
		model.addAttribute("first", nothing && only == null && one == null && this.topics.areNone());
		var counts = this.desk.counts(one, viewer);
		model.addAttribute("counts", counts);
		model.addAttribute("waiting", counts.get(DeskPart.WAITING));
		model.addAttribute("held", counts.get(DeskPart.HELD));
		model.addAttribute("week", this.desk.week(one, viewer));
		model.addAttribute("only", only);
		model.addAttribute("wanted", wanted);
		model.addAttribute("acted", (model.getAttribute("actedSince") instanceof Instant since)
				? this.log.doneSince(since, viewer) : List.of());
		model.addAttribute("following", following((String) model.getAttribute("actedRow"), rows));
		model.addAttribute("several", StatusForm.of(QuestionStatus.OPEN));
		model.addAttribute("statuses", QuestionStatus.values());
		model.addAttribute("leaves", this.leaves.around(viewer));
		model.addAttribute("mayLeave", this.leaves.hasTopics(viewer));
		return "reading/desk";
	}

	/**
	 * The row that comes next after an act: the one that its form named, or the first
	 * where that one waits no more.
	 * @param row null where nothing was done
	 */
	private static @Nullable Following following(@Nullable String row, Map<DeskPart, Listed<DeskRow>> parts) {
		if (row == null) {
			return null;
		}
		var all = parts.entrySet()
			.stream()
			.flatMap((part) -> part.getValue().shown().stream().map((one) -> Following.of(part.getKey(), one)))
			.toList();
		return all.stream()
			.filter((one) -> one.anchor().equals(row))
			.findFirst()
			.or(() -> all.stream().findFirst())
			.orElse(null);
	}

	/**
	 * A row that one comes to next.
	 *
	 * @param anchor of it on the page
	 */
	record Following(String anchor, String words) {

		static Following of(DeskPart part, DeskRow row) {
			return new Following(part.word() + "-" + row.id(), row.words());
		}

	}

	private static @Nullable DeskPart part(@Nullable String word) {
		return (word != null) ? named(word) : null;
	}

	private static DeskPart named(String word) {
		return Arrays.stream(DeskPart.values())
			.filter((part) -> part.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "part " + word));
	}

}
