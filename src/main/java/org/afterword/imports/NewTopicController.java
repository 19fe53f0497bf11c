package org.afterword.imports;

import java.util.List;

import org.afterword.imports.rows.Row;
import org.afterword.imports.rows.RowChecks;
import org.afterword.imports.rows.RowNumbers;
import org.afterword.kernel.Forms;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.markup.Markup;
import org.afterword.kernel.markup.Markup.Surroundings;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A new topic, in steps: paste a list, check what was recognised, publish. Between the
 * steps nothing is kept but what the form carries.
 */
@Controller
@RequestMapping("/topics/new")
class NewTopicController {

	private static final String FORM = "form";

	private final PublishForm publishing;

	private final ImportBatches batches;

	NewTopicController(PublishForm publishing, ImportBatches batches) {
		this.publishing = publishing;
		this.batches = batches;
	}

	@GetMapping
	String paste(Viewer viewer, Model model) {
		mustOpenTopics(viewer);
		model.addAttribute(FORM, TopicForm.blank());
		return "imports/paste";
	}

	/**
	 * @param act the button that was pressed: "read", "check", one of {@link RowButtons}
	 * or {@link Publication}
	 */
	@PostMapping
	String step(Viewer viewer, @RequestParam(defaultValue = "check") String act,
			@RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes after) {
		mustOpenTopics(viewer);
		var form = SentForm.read(fields);
		var publication = Publication.of(act);
		if (publication.isPresent()) {
			return publish(viewer, publication.get(), form, model, after);
		}
		if (act.equals("read") || form.rows().isEmpty()) {
			return read(form, model);
		}
		var rows = RowButtons.press(act, form);
		return page(form.with(rows), rows, new BeanPropertyBindingResult(form, FORM), model);
	}

	private String read(TopicForm form, Model model) {
		var list = form.list().reading();
		var filled = list.problem().isPresent() ? form : form.reading();
		var errors = new BeanPropertyBindingResult(filled, FORM);
		list.problem()
			.ifPresent((problem) -> errors.rejectValue("pasted", problem.messageKey(), problem.arguments().toArray(),
					problem.messageKey()));
		return page(filled, list.problem().isPresent() ? filled.toRows() : list.rows(), errors, model);
	}

	private String publish(Viewer viewer, Publication how, TopicForm form, Model model, RedirectAttributes after) {
		var rows = how.withList() ? RowChecks.check(RowNumbers.fill(form.toRows())) : List.<Row>of();
		var numbered = how.withList() ? form.with(rows) : form;
		var errors = new BeanPropertyBindingResult(numbered, FORM);
		this.publishing.check(numbered, rows, how, errors);
		return Forms.submit(errors, () -> {
			var address = this.publishing.publish(viewer, numbered, rows, how);
			if (how.withList() && numbered.asksForSources()) {
				after.addFlashAttribute("lost", numbered.list().reading().lostSources().size());
			}
			after.addFlashAttribute("done", how.done());
			return "redirect:" + address;
		}, () -> page(numbered, rows, errors, model));
	}

	private String page(TopicForm form, List<Row> rows, BindingResult errors, Model model) {
		model.addAttribute(FORM, form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, errors);
		if (rows.isEmpty()) {
			return "imports/paste";
		}
		model.addAttribute("list", Preview.of(form, rows));
		model.addAttribute("earlier", this.batches.earlier(form.list(), rows).orElse(null));
		model.addAttribute("opening", Markup.read(form.introduction()).html(Surroundings.none()));
		return "imports/check";
	}

	private static void mustOpenTopics(Viewer viewer) {
		if (!viewer.isFacilitator()) {
			throw new NotAllowed("open a topic");
		}
	}

}
