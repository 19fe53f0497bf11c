package org.afterword.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.afterword.conversation.answers.StatusOverrides;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.imports.lists.ListReading;
import org.afterword.imports.lists.Pasted;
import org.afterword.imports.rows.Note;
import org.afterword.imports.rows.Row;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.address.MailAddresses;
import org.afterword.kernel.questions.Labels;
import org.afterword.member.Viewer;
import org.afterword.question.NewQuestion;
import org.afterword.question.QuestionRegister;
import org.afterword.question.QuestionStatus;
import org.afterword.question.StatusOverride;
import org.afterword.resource.MissingSources;
import org.afterword.topic.NewTopic;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.afterword.topic.claims.ListAddresses;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes a webinar's list as a topic, completely or not at all. */
@Service
@Transactional
class ImportWebinar {

	private static final StatusOverride ANSWERED_LIVE = new StatusOverride(QuestionStatus.ANSWERED_LIVE, null);

	private final Topics topics;

	private final Publishing publishing;

	private final QuestionRegister register;

	private final StatusOverrides overrides;

	private final MissingSources missing;

	private final ListAddresses addresses;

	private final ImportBatches batches;

	ImportWebinar(Topics topics, Publishing publishing, QuestionRegister register, StatusOverrides overrides,
			MissingSources missing, ListAddresses addresses, ImportBatches batches) {
		this.topics = topics;
		this.publishing = publishing;
		this.register = register;
		this.overrides = overrides;
		this.missing = missing;
		this.addresses = addresses;
		this.batches = batches;
	}

	/**
	 * Opens the topic, with the introduction as its first post and the ticked rows as its
	 * questions. Askers become placeholders. The pasted text is kept with the topic,
	 * including what was left out.
	 * @param list may be empty if every row was typed
	 * @param rows checked, none of them refused; none at all for a topic without
	 * questions
	 * @throws NotAllowed for those who are not facilitators
	 * @throws Refused if the list was published before, or an e-mail address would be
	 * published, and the options do not allow it
	 */
	TopicView publish(Viewer by, NewTopic plan, String introduction, Pasted list, List<Row> rows,
			PublishOptions options) {
		if (!rows.isEmpty()) {
			mustBeAllowed(plan, introduction, list, rows, options);
		}
		var topic = this.topics.open(by, plan);
		this.publishing.open(topic.id(), by, introduction, options.askForSources());
		if (!rows.isEmpty()) {
			this.register.add(topic.id(), questions(rows), by);
			rows.stream()
				.filter((row) -> row.keep() && row.has(Note.Kind.ANSWERED_LIVE))
				.forEach((row) -> this.overrides.set(topic.id(), QuestionNumber.of(row.number()), ANSWERED_LIVE, by));
			this.batches.keep(topic, by, list, rows, options.publishAgain());
			var read = list.reading();
			if (!read.addresses().isEmpty()) {
				rows.stream().filter(Row::keep).forEach((row) -> keepAddress(topic, row, read));
			}
			if (options.askForSources()) {
				this.missing.askFor(topic.id(), read.lostSources());
			}
		}
		return topic;
	}

	private void mustBeAllowed(NewTopic plan, String introduction, Pasted list, List<Row> rows,
			PublishOptions options) {
		if (!options.publishAgain()) {
			this.batches.earlier(list, rows).map(ImportBatches::refusal).ifPresent((refusal) -> {
				throw refusal;
			});
		}
		var shown = rows.stream().filter(Row::keep).flatMap((row) -> Stream.of(row.asker(), row.text()));
		if (!options.publishAddresses()
				&& Stream.concat(Stream.of(plan.title(), introduction), shown).anyMatch(MailAddresses::anyIn)) {
			throw new Refused("import.addresses.refused");
		}
	}

	/**
	 * Also if the facilitator corrected the name of the asker, as long as the text of the
	 * question did not change.
	 */
	private void keepAddress(TopicView topic, Row row, ListReading read) {
		var given = read.addresses().get(Labels.key(row.asker()));
		if (given == null) {
			given = read.rows()
				.stream()
				.filter((one) -> one.text().equals(row.text()))
				.findFirst()
				.map((one) -> read.addresses().get(Labels.key(one.asker())))
				.orElse(null);
		}
		if (given != null && !row.asker().isBlank()) {
			this.addresses.keep(topic.id(), row.asker().strip(), given);
		}
	}

	/**
	 * In the order of their numbers, so that a question comes before its sub-questions.
	 */
	private static List<NewQuestion> questions(List<Row> rows) {
		var people = new HashMap<String, String>();
		var kept = rows.stream().filter(Row::keep).toList();
		var numbers = kept.stream().map(Row::number).collect(Collectors.toSet());
		var questions = new ArrayList<NewQuestion>();
		for (var row : kept) {
			var asker = row.asker().isBlank() ? null
					: people.computeIfAbsent(Labels.key(row.asker()), (person) -> row.asker().strip());
			questions.add(new NewQuestion(QuestionNumber.of(row.number()), number(row.under()),
					numbers.contains(row.follows()) ? number(row.follows()) : null, row.text(), asker, null));
		}
		questions.sort(Comparator.comparing((question) -> question.number()));
		return questions;
	}

	private static @Nullable QuestionNumber number(String written) {
		return written.isEmpty() ? null : QuestionNumber.of(written);
	}

}
