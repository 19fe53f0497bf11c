package org.afterword.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.markup.LinkedWords;
import org.jspecify.annotations.Nullable;

/**
 * Reads a webinar's questions from what somebody pasted: a numbered list, bullets, one
 * question a line, alone or on top of a whole conversation.
 */
final class QuestionList {

	/** A number that leaps further is a year or a page, not the next question. */
	private static final int MOST_LOOKED = 12;

	private static final int FURTHEST_LEAP = 30;

	/** More than these are counted and not looked at. */
	private static final int MOST_DRAFTS = 4 * Rows.MOST;

	private static final int EXCERPT = 120;

	private static final int LONGEST_TITLE = 150;

	/** The most things that are named one by one; more are counted. */
	private static final int MOST_LEFT_OUT = 200;

	private static final List<String> REPLY_MARKS = List.of("re:", "fwd:", "fw:");

	/** The likeliest first. */
	private static final List<Shape> SHAPES = List.of(Shape.NUMBERS, Shape.BARE, Shape.LETTERS, Shape.BULLETS,
			Shape.HASHES);

	private List<ListLine> lines;

	private final List<Draft> drafts = new ArrayList<>();

	private final List<LeftOut> leftOut = new ArrayList<>();

	private final List<String> conversation = new ArrayList<>();

	private final Map<String, QuestionNumber> subs = new HashMap<>();

	private String title = "";

	private String introduction = "";

	/** How the entries of this list begin. */
	private Shape shape = Shape.PLAIN;

	/** Where the next entry begins, for every line; the number of lines if nowhere. */
	private int[] nextEntry = new int[0];

	private int indent;

	private int depth;

	private int lastNumber;

	/** What is added to the numbers of a part that begins anew with 1. */
	private int shift;

	/** The highest number so far. */
	private int highest;

	/** The indentation of a numbered list inside a question, or -1. */
	private int nested = -1;

	private int nestedNumber;

	private int lastLetter;

	/** The 2 of "10.2". */
	private int lastMinor;

	/** Whether the entries are called "Question 1", not only "1" or "Q1". */
	private boolean named;

	/** Whether what follows the list is put aside already. */
	private boolean stopped;

	private final Map<String, String> askers = new HashMap<>();

	private QuestionList(List<ListLine> lines) {
		this.lines = lines;
	}

	/**
	 * Never throws, whatever was pasted. With a problem there are no rows, but title,
	 * introduction and conversation may be there.
	 */
	static ListReading read(String pasted) {
		var problem = PastedText.problem(pasted);
		if (problem.isPresent()) {
			return ListReading.of(problem.get());
		}
		var addresses = AskerAddresses.in(LinkedWords.whole(PastedText.lines(pasted)));
		var lines = addresses.lines();
		var parsed = new ArrayList<ListLine>(lines.size());
		var pages = new ArrayList<String>();
		for (var line : lines) {
			var read = ListLine.of(line);
			if (PageNumbers.is(read.words())) {
				pages.add(read.words());
			}
			else {
				parsed.add(read);
			}
		}
		var list = new QuestionList(parsed);
		pages.forEach((page) -> list.leaveOut(LeftOut.Reason.PAGE_NUMBER, page));
		return list.read(lines).with(addresses.found());
	}

	private ListReading read(List<String> text) {
		var first = findList();
		var lost = LostSources.in(text);
		if (this.shape == Shape.PLAIN) {
			readPlain();
		}
		else {
			readTop(first);
			readEntries(first);
		}
		gatherConversation();
		if (this.drafts.size() > MOST_DRAFTS) {
			return ListReading.of(Problem.of(Problem.Kind.TOO_MANY, Integer.toString(this.drafts.size()),
					Integer.toString(Rows.MOST)));
		}
		var numbers = this.drafts.stream().map((draft) -> draft.number).collect(Collectors.toSet());
		// 3a and 3b without a 3 stand on their own.
		this.drafts.stream().filter((draft) -> !numbers.contains(draft.under)).forEach((draft) -> draft.under = "");
		var rows = Rows.check(Rows.numberMissing(this.drafts.stream().map(this::row).toList()));
		var problem = Rows.problem(rows);
		// A lone "#3" is worth showing only beside questions.
		var shown = problem.isPresent() ? List.<Row>of() : rows;
		return new ListReading(this.title, this.introduction, shown, this.leftOut, String.join("\n", this.conversation),
				lost, Map.of(), problem);
	}

	// Where the list is

	private int findList() {
		var run = firstRun(true);
		if (run == null) {
			run = firstRun(false);
			if (run == null || plainQuestions(run.start()) > 1) {
				return -1;
			}
		}
		if (run.shape() != Shape.BULLETS && askingBullets(run.start()) > 1) {
			run = new Run(Shape.BULLETS, longRun(Shape.BULLETS, true));
		}
		this.shape = run.shape();
		this.indent = this.lines.get(run.start()).indent();
		this.depth = this.lines.get(run.start()).depth();
		this.nextEntry = nextEntries();
		return run.start();
	}

	private @Nullable Run firstRun(boolean asking) {
		for (var candidate : SHAPES) {
			var start = longRun(candidate, asking);
			if (start >= 0) {
				return new Run(candidate, start);
			}
		}
		return null;
	}

	/**
	 * Where the first run of entries begins that asks; without {@code asking} that, or
	 * else the longest. -1 if there is none.
	 */
	private int longRun(Shape candidate, boolean asking) {
		var best = -1;
		var bestLength = 0;
		var start = -1;
		var length = 0;
		var last = 0;
		var bullets = 0;
		var asks = false;
		for (var at = 0; at < this.lines.size(); at++) {
			var line = this.lines.get(at);
			if (!candidate.begins(line)) {
				continue;
			}
			var value = (line.mark() != null && candidate != Shape.BULLETS) ? line.mark().value() : ++bullets;
			if (start >= 0 && candidate.continues(last, value)) {
				length++;
			}
			else if (candidate.starts(value)) {
				start = at;
				length = 1;
				asks = false;
			}
			else {
				start = -1;
				continue;
			}
			last = value;
			asks |= asksAt(at);
			if (asks && length >= candidate.fewest()) {
				return start;
			}
			if (!asking && length > bestLength) {
				best = start;
				bestLength = length;
			}
		}
		return (bestLength >= candidate.fewest()) ? best : -1;
	}

	/**
	 * Whether an entry, which may go on in the two lines below it, asks or names a
	 * person.
	 */
	private boolean asksAt(int at) {
		var line = this.lines.get(at);
		var words = (line.mark() != null) ? line.mark().rest() : line.content();
		if (Words.asks(words) || !Asked.of(words).asker().isEmpty()) {
			return true;
		}
		for (var below = at + 1; below < Math.min(at + 3, this.lines.size()); below++) {
			if (this.lines.get(below).isBlank()) {
				return false;
			}
			if (Words.hasQuestionSign(this.lines.get(below).words())) {
				return true;
			}
		}
		return false;
	}

	private long plainQuestions(int before) {
		return this.lines.stream().limit(before).filter(this::isPlainQuestion).limit(2).count();
	}

	private long askingBullets(int before) {
		return IntStream.range(0, before)
			.filter((at) -> Shape.BULLETS.begins(this.lines.get(at)) && asksAt(at))
			.limit(2)
			.count();
	}

	private int[] nextEntries() {
		var next = new int[this.lines.size() + 1];
		next[this.lines.size()] = this.lines.size();
		for (var at = this.lines.size() - 1; at >= 0; at--) {
			var line = this.lines.get(at);
			var entry = this.shape.begins(line) && line.depth() == this.depth;
			next[at] = entry ? at : next[at + 1];
		}
		return next;
	}

	// Above the list

	private void readTop(int first) {
		var paragraphs = new ArrayList<List<String>>();
		var open = false;
		for (var at = 0; at < first; at++) {
			var line = this.lines.get(at);
			if (line.isBlank()) {
				open = false;
			}
			else if (!isDebris(line)) {
				if (!open) {
					paragraphs.add(new ArrayList<>());
				}
				paragraphs.getLast().add(line.words());
				open = true;
			}
			else {
				open = false;
			}
		}
		if (this.title.isEmpty() && !paragraphs.isEmpty() && isTitle(paragraphs.getFirst())) {
			this.title = tidy(paragraphs.removeFirst().getFirst());
			if (this.title.startsWith("#")) {
				this.title = this.title.replaceFirst("^#{1,6} *", "");
			}
		}
		var words = new ArrayList<String>();
		paragraphs
			.forEach((paragraph) -> words.add(String.join("\n", paragraph.stream().map(QuestionList::tidy).toList())));
		this.introduction = String.join("\n\n", words);
	}

	private boolean isTitle(List<String> paragraph) {
		var line = tidy(paragraph.getFirst());
		return paragraph.size() == 1 && line.length() <= LONGEST_TITLE && !Words.endsSentence(line)
				&& ",:;：،؛".indexOf(line.charAt(line.length() - 1)) < 0 && !Words.isGreeting(line);
	}

	/** Post numbers, mail headers and pictures, which are noted and passed over. */
	private boolean isDebris(ListLine line) {
		if (line.isPostNumber()) {
			leaveOut(LeftOut.Reason.POST_NUMBER, line.words());
			return true;
		}
		if (PastedText.isPicture(line.words())) {
			leaveOut(LeftOut.Reason.PICTURE, line.words());
			return true;
		}
		if (line.bullet() && line.content().isEmpty()) {
			leaveOut(LeftOut.Reason.BULLET, line.words());
			return true;
		}
		if (this.drafts.isEmpty() && line.words().indexOf('\t') > 0 && !Words.asks(line.words())) {
			leaveOut(LeftOut.Reason.HEADING, line.words());
			return true;
		}
		if (!isMailHeader(line.words())) {
			return false;
		}
		var subject = subject(line.words());
		if (this.title.isEmpty() && !subject.isEmpty()) {
			this.title = subject;
		}
		leaveOut(LeftOut.Reason.MAIL_HEADER, line.words());
		return true;
	}

	private static boolean isMailHeader(String words) {
		var small = words.substring(0, Math.min(words.length(), 200)).toLowerCase(Locale.ROOT);
		for (var header : new String[] { "from:", "to:", "cc:", "sent:", "date:", "subject:", "reply-to:",
				"begin forwarded message", "-----original message", "---------- forwarded message", "de :", "para:",
				"asunto:", "objet :", "betreff:", "von:", "an:", "gesendet:" }) {
			if (small.startsWith(header)) {
				return true;
			}
		}
		return small.startsWith("on ") && small.endsWith(" wrote:");
	}

	private String subject(String words) {
		if (!words.toLowerCase(Locale.ROOT).startsWith("subject:")) {
			return "";
		}
		var subject = tidy(words.substring("subject:".length()));
		var from = 0;
		for (var length = replyMark(subject, 0); length > 0; length = replyMark(subject, from)) {
			from += length;
		}
		subject = subject.substring(from);
		return (subject.length() <= LONGEST_TITLE) ? subject : "";
	}

	/** How long the "Re: " or "Fwd: " is that begins here; 0 if there is none. */
	private static int replyMark(String subject, int from) {
		for (var mark : REPLY_MARKS) {
			if (subject.regionMatches(true, from, mark, 0, mark.length())) {
				var end = from + mark.length();
				while (end < subject.length() && Character.isWhitespace(subject.charAt(end))) {
					end++;
				}
				return end - from;
			}
		}
		return 0;
	}

	// The list

	private void readEntries(int first) {
		var gap = false;
		for (var at = first; at < this.lines.size(); at++) {
			var line = this.lines.get(at);
			if (line.isBlank()) {
				gap = true;
				continue;
			}
			if (line.depth() != this.depth && !isBrokenQuote(at, gap)) {
				// An answer between the quoted questions of a mail.
				this.conversation.add(line.words());
				gap = true;
				continue;
			}
			if (ends(at, gap)) {
				putAside(at);
				return;
			}
			gap = false;
		}
	}

	/** Reads one line of the list; true if the list was over before it. */
	private boolean ends(int at, boolean gap) {
		var line = this.lines.get(at);
		if (this.shape.begins(line) && isEntry(line, gap)) {
			startEntry(line, at);
			return false;
		}
		if (line.isPostNumber() && (line.bullet() || gap)) {
			this.drafts.add(Draft.postNumber(line.content()));
			putAside(at + 1);
			this.stopped = true;
			return true;
		}
		if (PastedText.isPicture(line.words())) {
			leaveOut(LeftOut.Reason.PICTURE, line.words());
			return false;
		}
		if (line.bullet() && line.content().isEmpty()) {
			leaveOut(LeftOut.Reason.BULLET, line.words());
			return false;
		}
		if (startsConversation(line) && !goesOn(at)) {
			return true;
		}
		if (isSubLetter(line)) {
			startLetter(line);
			return false;
		}
		if (line.bullet() && this.shape != Shape.BULLETS) {
			return endsAtBullet(line, gap);
		}
		return endsAtWords(at, gap);
	}

	private boolean isEntry(ListLine line, boolean gap) {
		var mark = line.mark();
		if (mark == null || this.shape == Shape.BULLETS) {
			return !line.content().isEmpty() && !line.isPostNumber();
		}
		if (this.drafts.isEmpty()) {
			return true;
		}
		if (this.shape == Shape.LETTERS) {
			return mark.value() == this.lastLetter + 1 || mark.value() == 1;
		}
		if (mark.isLoneHash() && this.shape != Shape.HASHES) {
			return false;
		}
		if (mark.minor() > 0) {
			return mark.value() == this.lastNumber && mark.minor() == this.lastMinor + 1;
		}
		if (this.shape == Shape.BARE) {
			return mark.value() == this.lastNumber + 1;
		}
		if (mark.sort() == Mark.Sort.NAMED && !this.named && mark.value() <= this.lastNumber) {
			// "Question 5: …" in a reply refers to one.
			return false;
		}
		var leap = mark.value() - this.lastNumber;
		if (leap > FURTHEST_LEAP) {
			return false;
		}
		// In the middle of a sentence that a mail program broke, "4. of the law".
		return gap || leap == 1 || !mark.letters().isEmpty() || !this.drafts.getLast().isBroken(mark.rest())
				|| (leap > 0 && leap <= 3);
	}

	private void startEntry(ListLine line, int at) {
		var mark = line.mark();
		if (mark == null || this.shape == Shape.BULLETS) {
			startBullet(line);
			return;
		}
		if (this.drafts.isEmpty()) {
			this.named = mark.sort() == Mark.Sort.NAMED;
		}
		if (this.shape == Shape.LETTERS) {
			this.lastLetter = mark.value();
			start(Integer.toString(++this.lastNumber), mark.rest(), line).note(Note.Kind.NUMBER_CHANGED, letter(line),
					Integer.toString(this.lastNumber));
			return;
		}
		if (mark.minor() > 0 && !this.drafts.isEmpty()) {
			this.lastMinor = mark.minor();
			startSub(mark.rest(), line).note(Note.Kind.NUMBER_CHANGED, mark.value() + "." + mark.minor(), "");
			return;
		}
		if (isNested(line, mark)) {
			startSub(mark.rest(), line).note(Note.Kind.NUMBER_CHANGED, Integer.toString(mark.value()), "");
			return;
		}
		this.lastLetter = 0;
		this.lastMinor = 0;
		if (beginsAnew(mark, at)) {
			this.shift = this.highest;
		}
		var own = (mark.value() > 0) ? shifted(mark.value()) : "";
		if (!mark.letters().isEmpty() && !own.isEmpty()) {
			this.lastNumber = mark.value();
			this.lastLetter = mark.letters().charAt(0) - 'a' + 1;
			var draft = start(own + mark.letters(), mark.rest(), line);
			draft.under = own;
			this.subs.merge(own, QuestionNumber.of(own + mark.letters()), QuestionList::later);
			shiftNoted(draft, mark.value() + mark.letters());
			return;
		}
		var follows = this.drafts.isEmpty() ? "" : this.drafts.getLast().number;
		var draft = start(own, mark.rest(), line);
		shiftNoted(draft, Integer.toString(mark.value()));
		if (line.indent() >= this.indent + 2 && !follows.isEmpty() && this.nested < 0) {
			draft.follows = follows;
			draft.note(Note.Kind.INDENTED, own, follows);
			// What follows at this depth is a list like any other.
			this.indent = line.indent();
		}
		else {
			this.indent = Math.min(this.indent, line.indent());
		}
		this.nested = -1;
		this.lastNumber = mark.value();
	}

	/**
	 * Whether another part of the list counts from 1 again: it goes on with 2, and the
	 * part before it had more than one.
	 */
	private boolean beginsAnew(Mark mark, int at) {
		if (mark.value() != 1 || !mark.letters().isEmpty() || this.lastNumber < 2) {
			return false;
		}
		var next = at;
		for (var looked = 0; looked < MOST_LOOKED && next < this.lines.size(); looked++) {
			next = this.nextEntry[next] > next ? this.nextEntry[next] : next + 1;
			var other = (next < this.lines.size()) ? this.lines.get(next).mark() : null;
			var deeper = other != null && this.lines.get(next).indent() >= this.lines.get(at).indent() + 2;
			if (other != null && !deeper && !other.isLetter() && other.letters().isEmpty()) {
				return other.value() == 2;
			}
		}
		return false;
	}

	private String shifted(int number) {
		this.highest = Math.max(this.highest, number + this.shift);
		return Integer.toString(number + this.shift);
	}

	private void shiftNoted(Draft draft, String was) {
		if (this.shift > 0) {
			draft.note(Note.Kind.NUMBER_CHANGED, was, "");
		}
	}

	/** Whether "1." and "2." stand deeper, inside question 10. */
	private boolean isNested(ListLine line, Mark mark) {
		if (this.drafts.isEmpty() || line.indent() < this.indent + 2) {
			return false;
		}
		var goesOn = this.nested >= 0 && mark.value() == this.nestedNumber + 1;
		var begins = mark.value() == 1 && this.lastNumber >= 1;
		if (!goesOn && !begins) {
			return false;
		}
		this.nested = line.indent();
		this.nestedNumber = mark.value();
		return true;
	}

	private void startBullet(ListLine line) {
		if (line.indent() >= this.indent + 2 && !this.drafts.isEmpty()) {
			startSub(line.content(), line).bullet = true;
			return;
		}
		var number = shifted(++this.lastNumber);
		start(number, line.content(), line).note(Note.Kind.NUMBER_GIVEN, number);
	}

	private boolean isSubLetter(ListLine line) {
		var mark = line.mark();
		if (mark == null || !mark.isLetter() || this.drafts.isEmpty() || this.lastNumber == 0) {
			return false;
		}
		if (mark.sort() == Mark.Sort.CAPITAL && Asked.isLabel(beforeColon(line.content()))) {
			return false;
		}
		return mark.value() == 1 || mark.value() == this.lastLetter + 1 || line.content().startsWith("i)")
				|| line.content().startsWith("(i)");
	}

	private static String beforeColon(String content) {
		var colon = content.indexOf(':');
		return (colon > 0 && colon < 60) ? content.substring(0, colon) : "";
	}

	private void startLetter(ListLine line) {
		var mark = line.mark();
		if (mark == null) {
			return;
		}
		var restarted = mark.value() == 1 && this.lastLetter > 0;
		var draft = startSub(mark.rest(), line);
		this.lastLetter = line.content().contains("i)") && mark.value() == 9 && this.lastLetter == 0 ? 1 : mark.value();
		if (restarted) {
			draft.note(Note.Kind.LETTERS_RESTARTED, letter(line), draft.number);
		}
	}

	private static String letter(ListLine line) {
		var letter = new StringBuilder();
		for (var at = 0; at < Math.min(5, line.content().length()) && letter.length() < 4; at++) {
			if (Character.isLetter(line.content().charAt(at))) {
				letter.append(line.content().charAt(at));
			}
			else if (!letter.isEmpty()) {
				break;
			}
		}
		return letter.toString();
	}

	private boolean endsAtBullet(ListLine line, boolean gap) {
		var last = this.drafts.getLast();
		if (!gap && last.endsOpen()) {
			// "How do you choose:" and its bullets are one question.
			last.add(line.content());
			return false;
		}
		if (Asked.isLabel(line.content())) {
			// "- Amara" signs.
			return true;
		}
		startSub(line.content(), line).bullet = true;
		return false;
	}

	private boolean endsAtWords(int at, boolean gap) {
		var line = this.lines.get(at);
		if (!gap && isHeadOfPart(at)) {
			leaveOut(LeftOut.Reason.HEADING, line.words());
			return false;
		}
		if (!gap) {
			this.drafts.getLast().add(line.words());
			return false;
		}
		if (!goesOn(at)) {
			return true;
		}
		var single = at + 1 >= this.lines.size() || this.lines.get(at + 1).isBlank() || this.nextEntry[at] == at + 1;
		var title = line.words().endsWith(":") || line.words().endsWith("：")
				|| (!Words.endsSentence(line.words()) && this.drafts.getLast().endsSentence());
		if (single && line.words().length() <= 80 && title) {
			leaveOut(LeftOut.Reason.HEADING, line.words());
		}
		else {
			this.drafts.getLast().add(line.words());
		}
		return false;
	}

	/** "Day 2", right above a part that counts from 1 again. */
	private boolean isHeadOfPart(int at) {
		var words = this.lines.get(at).words();
		var next = at + 1;
		while (next < this.lines.size() && this.lines.get(next).isBlank()) {
			next++;
		}
		var mark = (next < this.lines.size()) ? this.lines.get(next).mark() : null;
		return mark != null && !mark.isLetter() && mark.value() == 1 && words.length() <= 80
				&& !Words.endsSentence(words) && this.drafts.getLast().endsSentence() && beginsAnew(mark, next);
	}

	/** Whether the list goes on soon after these words. */
	private boolean goesOn(int at) {
		var next = this.nextEntry[at];
		if (next >= this.lines.size() || next - at > 15
				|| (Words.isGreeting(this.lines.get(at).words()) && next - at > 3)) {
			return false;
		}
		var mark = this.lines.get(next).mark();
		if (this.shape == Shape.BULLETS || mark == null) {
			return next - at <= 4;
		}
		if (this.shape == Shape.LETTERS) {
			return mark.value() == this.lastLetter + 1;
		}
		var leap = mark.value() - this.lastNumber;
		if (mark.isLoneHash() && this.shape != Shape.HASHES) {
			return false;
		}
		return (leap >= 1 && leap <= 3) || (leap == 0 && !mark.letters().isEmpty())
				|| (mark.value() == 1 && next - at <= 2 && !startsConversation(this.lines.get(at))
						&& this.lines.get(at).words().length() <= 80
						&& !Words.endsSentence(this.lines.get(at).words()));
	}

	private boolean startsConversation(ListLine line) {
		var words = line.content();
		return Words.isGreeting(words) || words.equals("--") || isMailHeader(words)
				|| words.toLowerCase(Locale.ROOT).startsWith("posted by");
	}

	/** Whether a mail program broke a quoted line and forgot its mark. */
	private boolean isBrokenQuote(int at, boolean gap) {
		var line = this.lines.get(at);
		if (gap || at == 0 || line.depth() > this.depth || this.shape.begins(line) || this.drafts.isEmpty()) {
			return false;
		}
		var above = this.lines.get(at - 1);
		return above.depth() == this.depth && above.words().length() >= 50 && !Words.endsSentence(above.words());
	}

	// A list without any mark

	private void readPlain() {
		this.lines = whole(this.lines);
		var first = 0;
		while (first < this.lines.size() && !isPlainQuestion(this.lines.get(first))) {
			first++;
		}
		readTop(first);
		var gap = false;
		for (var at = first; at < this.lines.size(); at++) {
			var line = this.lines.get(at);
			var words = line.words();
			if (line.isBlank()) {
				gap = true;
			}
			else if (isDebris(line)) {
				gap = true;
			}
			else if (startsConversation(line)
					&& (words.endsWith(",") || words.startsWith("@") || isMailHeader(words))) {
				putAside(at);
				return;
			}
			else {
				readPlain(line, gap);
				gap = false;
			}
		}
	}

	/** Lines that a mail program broke are one line again. */
	private static List<ListLine> whole(List<ListLine> lines) {
		var whole = new ArrayList<ListLine>();
		var open = new StringBuilder();
		for (var line : lines) {
			var goesOn = !open.isEmpty() && !line.isBlank() && Character.isLowerCase(line.words().codePointAt(0))
					&& !Words.endsSentence(open.substring(Math.max(0, open.length() - 8)));
			if (!goesOn && !open.isEmpty()) {
				whole.add(ListLine.of(open.toString()));
				open.setLength(0);
			}
			if (line.isBlank()) {
				whole.add(line);
			}
			else {
				open.append(goesOn ? " " : "").append(line.words());
			}
		}
		if (!open.isEmpty()) {
			whole.add(ListLine.of(open.toString()));
		}
		return whole;
	}

	private void readPlain(ListLine line, boolean gap) {
		var asked = Asked.of(line.words());
		var last = this.drafts.isEmpty() ? null : this.drafts.getLast();
		var noise = Words.isNoise(asked.text());
		if (last != null && !gap && asked.asker().isEmpty() && !noise && last.isBroken(line.words())) {
			last.add(line.words());
		}
		else if (isPlainQuestion(line) || noise) {
			start("", line.words(), line);
		}
		else if (last != null && !gap && !last.endsSentence()) {
			last.add(line.words());
		}
		else if (Words.isGreeting(line.words())) {
			leaveOut(LeftOut.Reason.GREETING, line.words());
		}
		else {
			leaveOut(LeftOut.Reason.NOT_A_QUESTION, line.words());
		}
	}

	private boolean isPlainQuestion(ListLine line) {
		if (line.isBlank() || PastedText.isPicture(line.words()) || isMailHeader(line.words())) {
			return false;
		}
		var asked = Asked.of(line.words());
		return !asked.asker().isEmpty() || (Words.asks(asked.text()) && !Words.isGreeting(asked.text()));
	}

	// What becomes of it

	private Draft start(String number, String text, ListLine line) {
		var draft = new Draft(number, text, line.bullet());
		draft.bullet = false;
		this.drafts.add(draft);
		return draft;
	}

	private Draft startSub(String text, ListLine line) {
		if (this.lastNumber == 0) {
			return start("", text, line);
		}
		var major = Integer.toString(this.lastNumber + this.shift);
		var last = this.subs.getOrDefault(major, QuestionNumber.of(major));
		if (last.position() % 1000 > 600) {
			return start("", text, line);
		}
		var number = last.nextSub();
		this.subs.put(major, number);
		var draft = start(number.value(), text, line);
		draft.under = major;
		return draft;
	}

	private static QuestionNumber later(QuestionNumber one, QuestionNumber other) {
		return (one.compareTo(other) >= 0) ? one : other;
	}

	private Row row(Draft draft) {
		if (draft.postNumber) {
			return new Row("", "", draft.text.toString(), "", "", false, List.of(Note.of(Note.Kind.POST_NUMBER)));
		}
		var asked = Asked.of(draft.text.toString());
		var notes = new ArrayList<>(draft.notes(asked));
		var asker = asked.asker();
		var text = asked.text();
		if (asker.isEmpty() && !draft.under.isEmpty()) {
			asker = this.askers.getOrDefault(draft.under, "");
			if (!asker.isEmpty()) {
				notes.add(Note.of(Note.Kind.ASKER_FROM_PARENT, draft.under, asker));
			}
			else if (draft.bullet) {
				notes.add(Note.of(Note.Kind.BULLET, draft.under));
			}
		}
		this.askers.putIfAbsent(draft.number, asker);
		var whole = Asked.withoutDashes(text);
		if (whole.length() < text.strip().length() && !whole.isEmpty()) {
			notes.add(Note.of(Note.Kind.DASH_REMOVED));
			text = whole;
		}
		text = tidy(text);
		var noise = Words.isNoise(text);
		if (noise) {
			notes.add(Note.of(Note.Kind.NOISE));
		}
		else if (LostSources.isIn(text)) {
			notes.add(Note.of(Note.Kind.LOST_SOURCE));
		}
		var keep = !noise;
		return new Row(draft.number, asker, text, draft.under, draft.follows, keep, notes);
	}

	private void putAside(int from) {
		if (this.stopped) {
			return;
		}
		for (var at = from; at < this.lines.size(); at++) {
			this.conversation.add(this.lines.get(at).words());
		}
	}

	private void gatherConversation() {
		while (!this.conversation.isEmpty() && this.conversation.getFirst().isBlank()) {
			this.conversation.removeFirst();
		}
		while (!this.conversation.isEmpty() && this.conversation.getLast().isBlank()) {
			this.conversation.removeLast();
		}
		if (!this.conversation.isEmpty()) {
			var count = (int) this.conversation.stream().filter((line) -> !line.isBlank()).count();
			this.leftOut.add(new LeftOut(LeftOut.Reason.CONVERSATION, count,
					excerpt(this.conversation.stream()
						.filter((line) -> line.chars().anyMatch(Character::isLetterOrDigit))
						.findFirst()
						.orElse(this.conversation.getFirst()))));
		}
	}

	private void leaveOut(LeftOut.Reason reason, String words) {
		if (this.leftOut.size() < MOST_LEFT_OUT) {
			this.leftOut.add(new LeftOut(reason, 1, excerpt(words)));
		}
		else {
			var more = (this.leftOut.size() > MOST_LEFT_OUT) ? this.leftOut.removeLast().lines() : 0;
			this.leftOut.add(new LeftOut(LeftOut.Reason.MORE, more + 1, ""));
		}
	}

	static String excerpt(String words) {
		var head = tidy(words.substring(0, Math.min(words.length(), EXCERPT * 2)));
		if (head.codePointCount(0, head.length()) <= EXCERPT) {
			return head;
		}
		return head.substring(0, head.offsetByCodePoints(0, EXCERPT - 1)) + "…";
	}

	/** Single spaces, no tabs. */
	static String tidy(String words) {
		var tidy = new StringBuilder(words.length());
		var space = false;
		for (var at = 0; at < words.length(); at++) {
			var sign = words.charAt(at);
			if (Character.isWhitespace(sign)) {
				space = !tidy.isEmpty();
			}
			else {
				tidy.append(space ? " " : "").append(sign);
				space = false;
			}
		}
		return tidy.toString();
	}

	/** Where a list of one shape begins, or -1. */
	private record Run(Shape shape, int start) {

	}

	/** How the entries of a list begin. */
	private enum Shape {

		NUMBERS, BARE, LETTERS, BULLETS, HASHES, PLAIN;

		boolean begins(ListLine line) {
			var mark = line.mark();
			return switch (this) {
				case NUMBERS -> mark != null && mark.isNumber() && !mark.isLoneHash();
				case BARE -> mark != null && !mark.isLoneHash() && (mark.sort() == Mark.Sort.BARE || mark.isNumber());
				case LETTERS -> mark != null && mark.isLetter();
				case HASHES -> line.isPostNumber();
				case BULLETS -> line.bullet() && !line.content().isEmpty() && !line.isPostNumber();
				case PLAIN -> false;
			};
		}

		boolean starts(int value) {
			return (this == NUMBERS) || value == 1;
		}

		boolean continues(int last, int value) {
			return switch (this) {
				case NUMBERS -> value >= last && value - last <= FURTHEST_LEAP && value + last > 2;
				case BULLETS -> true;
				default -> value == last + 1;
			};
		}

		/** How many entries make such a list. */
		int fewest() {
			return switch (this) {
				case NUMBERS, BULLETS -> 1;
				default -> 2;
			};
		}

	}

}
