package org.afterword.conversation.answers;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatus;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One status for several questions, ticked on the desk. What is wrong with the form, or
 * has happened meanwhile, stands on a page with the same ticks.
 */
@Controller
class StatusesController {

	/** As many as a page of the desk could show. */
	private static final int MOST = 100;

	private static final int MOST_NAMED = 10;

	private final StatusOverrides overrides;

	private final Topics topics;

	private final JdbcClient sql;

	StatusesController(StatusOverrides overrides, Topics topics, JdbcClient sql) {
		this.overrides = overrides;
		this.topics = topics;
		this.sql = sql;
	}

	/**
	 * A question that was ticked.
	 *
	 * @param status how it stands now
	 */
	record Ticked(long id, TopicId in, Slug slug, String title, QuestionNumber number, String text,
			QuestionStatus status) {
	}

	@PostMapping("/desk/statuses")
	String rule(@RequestParam(name = "question", defaultValue = "") List<Long> ids, Viewer viewer,
			@Valid @ModelAttribute("form") StatusForm form, BindingResult errors, Model model, RedirectAttributes after,
			HttpServletResponse response) {
		viewer.id();
		var ticked = ticked(ids, viewer);
		if (ticked.isEmpty()) {
			errors.reject("statuses.none");
		}
		form.mustSayWhy(errors);
		if (!errors.hasErrors()) {
			try {
				this.overrides.setAll(ticked.stream().map((one) -> new QuestionId(one.id())).toList(),
						form.toOverride(), form.before(), viewer);
				after.addFlashAttribute("done", areNamed(ticked) ? "statuses.done" : "statuses.done.many");
				after.addFlashAttribute("about", new Object[] { ticked.size(),
						ticked.stream().map((one) -> one.number().value()).collect(Collectors.joining(", ")) });
				return "redirect:/desk";
			}
			catch (Conflict conflict) {
				// What was chosen stays. Sent again, it counts: who sends it has seen
				// why.
				errors.reject("statuses.meanwhile");
				response.setStatus(HttpServletResponse.SC_CONFLICT);
				ticked = ticked(ids, viewer);
				model.addAttribute("again", true);
			}
		}
		model.addAttribute("ticked", ticked);
		model.addAttribute("statuses", QuestionStatus.values());
		return "conversation/statuses";
	}

	/** Numbers name a few questions of one topic; others are counted. */
	private static boolean areNamed(List<Ticked> ticked) {
		return ticked.size() <= MOST_NAMED && ticked.stream().map(Ticked::in).distinct().count() == 1;
	}

	/** Those that stand, in the order of their topics; each in a topic that they run. */
	private List<Ticked> ticked(List<Long> ids, Viewer viewer) {
		var chosen = ids.stream().distinct().limit(MOST).toList();
		if (chosen.isEmpty()) {
			return List.of();
		}
		var ticked = this.sql.sql("""
				select q.id, q.topic_id, t.slug, t.title, q.number, q.text, q.status
				from question q join topic t on t.id = q.topic_id
				where q.id in (:ids) and q.withdrawn_at is null and q.merged_into is null
				order by q.topic_id desc, q.position""")
			.param("ids", chosen)
			.query((row, line) -> new Ticked(row.getLong("id"), new TopicId(row.getLong("topic_id")),
					new Slug(row.getString("slug")), row.getString("title"),
					new QuestionNumber(row.getString("number")), row.getString("text"),
					QuestionStatus.valueOf(row.getString("status"))))
			.list();
		if (ticked.isEmpty()) {
			throw new NotFound("questions " + chosen);
		}
		ticked.stream()
			.map(Ticked::in)
			.distinct()
			.forEach((topic) -> this.topics.viewed(topic, viewer).mustFacilitate("set a status"));
		return ticked;
	}

}
