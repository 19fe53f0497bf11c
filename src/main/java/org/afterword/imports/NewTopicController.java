package org.afterword.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.afterword.imports.rows.Row;
import org.afterword.imports.rows.RowChecks;
import org.afterword.imports.rows.RowEdits;
import org.afterword.imports.rows.RowNumbers;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.kernel.markup.Markup;
import org.afterword.kernel.markup.Markup.Surroundings;
import org.afterword.member.Viewer;
import org.afterword.member.submission.Submissions;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A new topic, in steps: paste a list, check what was understood of it, publish. Nothing
 * is kept between the steps but what the form carries.
 */
@Controller
@RequestMapping("/topics/new")
class NewTopicController {

	private static final String FORM = "form";

	private static final Pattern ON_ROW = Pattern.compile("(split|apart):([0-9]{1,5})");

	private final ImportWebinar imports;

	private final Submissions submissions;

	private final Clock clock;

	NewTopicController(ImportWebinar imports, Submissions submissions, Clock clock) {
		this.imports = imports;
		this.submissions = submissions;
		this.clock = clock;
	}

	@GetMapping
	String paste(Viewer viewer, Model model) {
		mustOpenTopics(viewer);
		model.addAttribute(FORM, TopicForm.blank());
		return "imports/paste";
	}

	/**
	 * @param act the button that was pressed: read, check, add, split:ROW, apart:ROW,
	 * publish, draft or open
	 */
	@PostMapping
	String step(Viewer viewer, @RequestParam(defaultValue = "check") String act,
			@RequestParam MultiValueMap<String, String> sent, Model model, RedirectAttributes after) {
		mustOpenTopics(viewer);
		var form = form(sent);
		return switch (act) {
			case "publish", "draft", "open", "open-draft" -> publish(viewer, act, form, model, after);
			case "read" -> read(form, model);
			default -> form.rows().isEmpty() ? read(form, model) : check(corrected(form, act), form, model);
		};
	}

	private String read(TopicForm form, Model model) {
		var list = form.list().reading();
		var filled = list.problem().isPresent() ? form : form.reading();
		var errors = new BeanPropertyBindingResult(filled, FORM);
		list.problem()
			.ifPresent((problem) -> errors.rejectValue("pasted", problem.messageKey(), problem.arguments().toArray(),
					problem.messageKey()));
		var rows = list.problem().isPresent() ? filled.toRows() : list.rows();
		return page(filled, rows, errors, model);
	}

	private String check(List<Row> rows, TopicForm form, Model model) {
		return page(form.with(rows), rows, new BeanPropertyBindingResult(form, FORM), model);
	}

	private String publish(Viewer viewer, String act, TopicForm form, Model model, RedirectAttributes after) {
		var webinar = !act.startsWith("open");
		var rows = webinar ? RowChecks.check(RowNumbers.fill(form.toRows())) : List.<Row>of();
		var numbered = webinar ? form.with(rows) : form;
		var errors = new BeanPropertyBindingResult(numbered, FORM);
		numbered.check(errors, webinar, LocalDate.now(this.clock.withZone(ZoneOffset.UTC)));
		if (webinar) {
			RowChecks.problem(rows)
				.ifPresent((problem) -> errors.reject(problem.messageKey(), problem.arguments().toArray(),
						problem.messageKey()));
			if (rows.stream().anyMatch(Row::isRefused)) {
				errors.reject("import.refused");
			}
			if (!numbered.ticks().addresses() && numbered.hasAddresses()) {
				errors.reject("import.addresses.refused");
			}
		}
		if (!errors.hasErrors()) {
			try {
				var draft = act.endsWith("draft");
				var address = this.submissions.once(viewer.id(), numbered.key(),
						() -> "/topics/" + this.imports
							.publish(viewer, numbered.details().toTopic(draft), numbered.introduction(),
									numbered.list(), rows, numbered.ticks())
							.slug());
				var lost = webinar ? numbered.list().reading().lostSources().size() : 0;
				if (lost > 0 && numbered.ticks().asks()) {
					after.addFlashAttribute("lost", lost);
				}
				after.addFlashAttribute("done", draft ? "new.drafted" : "new.published");
				return "redirect:" + address;
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
			}
		}
		return page(numbered, rows, errors, model);
	}

	private String page(TopicForm form, List<Row> rows, BindingResult errors, Model model) {
		model.addAttribute(FORM, form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, errors);
		if (rows.isEmpty()) {
			return "imports/paste";
		}
		model.addAttribute("list", ListPage.of(form, rows));
		model.addAttribute("earlier", this.imports.earlier(form.list(), rows).orElse(null));
		model.addAttribute("opening", Markup.read(form.introduction()).html(Surroundings.none()));
		return "imports/check";
	}

	private static List<Row> corrected(TopicForm form, String act) {
		var rows = form.toRows();
		if (act.equals("add")) {
			var more = new ArrayList<>(rows);
			more.add(Row.of(Integer.toString(RowNumbers.highest(rows) + 1), "", ""));
			return List.copyOf(more);
		}
		var button = ON_ROW.matcher(act);
		if (!button.matches() || Integer.parseInt(button.group(2)) >= form.rows().size()) {
			return rows;
		}
		var at = form.now(Integer.parseInt(button.group(2)));
		return button.group(1).equals("split") ? RowEdits.split(rows, at) : RowEdits.separateAsker(rows, at);
	}

	private static TopicForm form(MultiValueMap<String, String> sent) {
		try {
			return TopicForm.of(sent);
		}
		catch (IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The form is not whole", ex);
		}
	}

	private static void mustOpenTopics(Viewer viewer) {
		if (!viewer.isFacilitator()) {
			throw new NotAllowed("open a topic");
		}
	}

}
