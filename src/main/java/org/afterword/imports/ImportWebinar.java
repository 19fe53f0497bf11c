package org.afterword.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.afterword.conversation.StatusOverrides;
import org.afterword.conversation.Publishing;
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
import org.afterword.topic.claims.ListAddresses;
import org.afterword.topic.NewTopic;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a topic of a webinar’s list, whole or not at all. */
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
	 * Opens the topic, with the introduction as its first post and the kept rows as its
	 * register. Who asked becomes a placeholder of the topic. What was pasted is kept
	 * with it, with all that was left out.
	 * @param list as it was pasted; may be empty if every row was typed
	 * @param rows as they were checked, none of them refused; none at all for a topic
	 * without questions
	 * @throws NotAllowed for those who do not facilitate
	 * @throws Refused where this list was published before, or an e-mail address would be
	 * published, and that was not ticked
	 */
	TopicView publish(Viewer by, NewTopic plan, String introduction, Pasted list, List<Row> rows, Ticks ticks) {
		if (!rows.isEmpty()) {
			mustBeAgreed(plan, introduction, list, rows, ticks);
		}
		var topic = this.topics.open(by, plan);
		this.publishing.open(topic.id(), by, introduction, ticks.asks());
		if (!rows.isEmpty()) {
			this.register.add(topic.id(), questions(rows), by);
			rows.stream()
				.filter((row) -> row.keep() && row.has(Note.Kind.ANSWERED_LIVE))
				.forEach((row) -> this.overrides.set(topic.id(), QuestionNumber.of(row.number()), ANSWERED_LIVE, by));
			this.batches.keep(topic, by, list, rows, ticks.again());
			var read = list.reading();
			if (!read.addresses().isEmpty()) {
				rows.stream().filter(Row::keep).forEach((row) -> keepAddress(topic, row, read));
			}
			if (ticks.asks()) {
				this.missing.askFor(topic.id(), read.lostSources());
			}
		}
		return topic;
	}

	/** The topic that this list has become already. */
	@Transactional(readOnly = true)
	Optional<ImportBatches.Earlier> earlier(Pasted list, List<Row> rows) {
		return this.batches.earlier(list, rows);
	}

	private void mustBeAgreed(NewTopic plan, String introduction, Pasted list, List<Row> rows, Ticks ticks) {
		if (!ticks.again()) {
			this.batches.earlier(list, rows).map(ImportBatches::refusal).ifPresent((refusal) -> {
				throw refusal;
			});
		}
		var shown = rows.stream().filter(Row::keep).flatMap((row) -> Stream.of(row.asker(), row.text()));
		if (!ticks.addresses()
				&& Stream.concat(Stream.of(plan.title(), introduction), shown).anyMatch(MailAddresses::anyIn)) {
			throw new Refused("import.addresses.refused");
		}
	}

	/**
	 * Also where the facilitator corrected the name of who asked, if the question reads
	 * as it did.
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

	/** In the order of their numbers, so that a question comes before its parts. */
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
