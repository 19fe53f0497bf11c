package org.afterword;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attribute;
import java.lang.classfile.Attributes;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleParameterAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleTypeAnnotationsAttribute;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever writes to the forum chooses the text, so no pattern may need more than a step
 * or some for each of its characters. Every pattern of the program is found in its
 * classes, and tried on the worst texts that can be made of it.
 */
class PatternsTests {

	/**
	 * The calls that take a pattern, with the place of the pattern among what they take.
	 */
	private static final Map<String, Set<String>> CALLS = Map.of("java/util/regex/Pattern",
			Set.of("compile", "matches"), "java/lang/String",
			Set.of("matches", "split", "splitWithDelimiters", "replaceAll", "replaceFirst"));

	/** The calls that try a pattern at each place of a text. */
	private static final Map<String, Set<String>> SEARCHES = Map.of("java/util/regex/Pattern",
			Set.of("split", "splitAsStream", "splitWithDelimiters", "asPredicate"), "java/util/regex/Matcher",
			Set.of("find", "results", "replaceAll", "replaceFirst"));

	/**
	 * Patterns that take a part of one from somebody else are as quick as their words.
	 */
	private static final Map<String, Set<String>> QUOTES = Map.of("java/util/regex/Pattern", Set.of("quote"));

	private static final Path CLASSES = classes();

	@Test
	void noTextKeepsAPatternBusy() throws IOException {
		var found = found();
		assertThat(found.patterns()).hasSizeGreaterThan(100);
		var problems = new TreeMap<String, String>();
		found.patterns().forEach((pattern, place) -> {
			var problem = Backtracking.in(pattern, found.whole().contains(pattern));
			if (problem != null) {
				problems.put(place + "  " + pattern.pattern(), problem);
			}
		});
		assertThat(problems).isEmpty();
	}

	/** One that is made while the program runs is tried by nobody. */
	@Test
	void everyPatternIsAConstant() throws IOException {
		assertThat(found().unknown()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "(a+)+b", "\\s+\\z", "^\\s+|\\s+$", "text-decoration[a-z-]*\\s*:[^;]*line-through",
			"(a|a)*b", "(?:a|ab|b)*c", "x*x*y", "\\s*\\n\\s*", "[.,;:!?]+$", "(?:re: *)*z", "(\\w+,?)+;", "a.*b.*c",
			"[^\"]*\"!", "<[^>]*>", "(?:[^a]|[bc])*", "\\A\\R|\\s+\\z", "第?(?:[0-9]+、?\\s*)+问" })
	void whatIsSlowIsFound(String slow) {
		assertThat(Backtracking.in(Pattern.compile(slow), false)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "(?<!a)a++b", "\\s++", "\\Aa+b", "[a-z]{1,40}@", "^\\s++", "(?:ab)?c", "[^;]*+;?+",
			"#{1,6} *+", "(?<!\\p{L})\\p{L}++\\d", "(?<![.,])[.,]++$", "-- ?", "[\\s\\p{Z}]+",
			"(?i)Q(?:uestion)?[0-9]{1,4}" })
	void whatIsQuickIsLeftAlone(String quick) {
		assertThat(Backtracking.in(Pattern.compile(quick), false)).isNull();
	}

	/**
	 * @param whole those that are only held against whole texts
	 * @param unknown where one is made while the program runs
	 */
	private record Found(Map<Pattern, String> patterns, Set<Pattern> whole, Set<String> unknown) {

		void add(String regex, String place, boolean whole) {
			try {
				if (this.patterns.keySet().stream().noneMatch((one) -> one.pattern().equals(regex))) {
					var pattern = Pattern.compile(regex);
					this.patterns.put(pattern, place);
					if (whole) {
						this.whole.add(pattern);
					}
				}
			}
			catch (PatternSyntaxException ex) {
				// Some other constant beside the call.
			}
		}

		void add(Pattern pattern, String place, boolean whole) {
			this.patterns.keySet().removeIf((one) -> one.pattern().equals(pattern.pattern()) && one.flags() == 0);
			if (this.patterns.keySet()
				.stream()
				.noneMatch((one) -> one.pattern().equals(pattern.pattern()) && one.flags() == pattern.flags())) {
				this.patterns.put(pattern, place);
				if (whole) {
					this.whole.add(pattern);
				}
			}
		}

	}

	private static Found found() throws IOException {
		var found = new Found(new LinkedHashMap<>(), new HashSet<>(), new TreeSet<>());
		try (var files = Files.walk(CLASSES.resolve("org/afterword"))) {
			for (var file : files.filter((path) -> path.toString().endsWith(".class")).sorted().toList()) {
				var model = ClassFile.of().parse(file);
				var name = model.thisClass().asInternalName().replace('/', '.');
				var fields = fields(name);
				var searches = calls(model, SEARCHES);
				fields.forEach((pattern) -> found.add(pattern, name, !searches));
				annotated(model).forEach((regex) -> found.add(regex, name, true));
				for (var method : model.methods()) {
					calls(method, name, !fields.isEmpty(), found);
				}
			}
		}
		return found;
	}

	/** What is called with a pattern, and the constants that stand before the call. */
	private static void calls(MethodModel method, String name, boolean hasFields, Found found) {
		var before = new ArrayList<CodeElement>();
		method.code().ifPresent((code) -> code.forEach((element) -> {
			if (element instanceof InvokeInstruction call
					&& CALLS.getOrDefault(call.owner().asInternalName(), Set.of()).contains(call.name().stringValue())
					&& call.type().stringValue().contains("Ljava/lang/String;")) {
				var constants = before.reversed()
					.stream()
					.limit(8)
					.filter(ConstantInstruction.class::isInstance)
					.map((one) -> ((ConstantInstruction) one).constantValue())
					.filter(String.class::isInstance)
					.map(String.class::cast)
					.limit(2)
					.toList();
				var whole = call.name().equalsString("matches");
				constants.forEach((regex) -> found.add(regex, name, whole));
				// In a class that keeps patterns, they were made for its fields.
				if (constants.isEmpty() && !calls(method, QUOTES)
						&& !(hasFields && method.flags().has(AccessFlag.STATIC))) {
					found.unknown().add(name + "." + method.methodName().stringValue());
				}
				before.clear();
			}
			else if (element instanceof Instruction) {
				before.add(element);
			}
		}));
	}

	private static boolean calls(ClassModel model, Map<String, Set<String>> names) {
		return model.methods().stream().anyMatch((method) -> calls(method, names));
	}

	private static boolean calls(MethodModel method, Map<String, Set<String>> names) {
		return method.code()
			.stream()
			.flatMap(CodeModel::elementStream)
			.anyMatch((element) -> element instanceof InvokeInstruction call
					&& names.getOrDefault(call.owner().asInternalName(), Set.of()).contains(call.name().stringValue()));
	}

	private static List<Pattern> fields(String name) {
		var patterns = new ArrayList<Pattern>();
		try {
			for (var field : Class.forName(name).getDeclaredFields()) {
				if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
					field.setAccessible(true);
					collect(field.get(null), patterns, 0);
				}
			}
		}
		catch (ReflectiveOperationException | LinkageError ex) {
			throw new IllegalStateException(name, ex);
		}
		return patterns;
	}

	private static void collect(Object value, List<Pattern> patterns, int depth) throws ReflectiveOperationException {
		switch (value) {
			case null -> {
			}
			case Pattern pattern -> patterns.add(pattern);
			case Collection<?> all when depth < 4 -> {
				for (var one : all) {
					collect(one, patterns, depth + 1);
				}
			}
			case Map<?, ?> all when depth < 4 -> {
				collect(all.keySet(), patterns, depth + 1);
				collect(all.values(), patterns, depth + 1);
			}
			case Object[] all when depth < 4 -> collect(List.of(all), patterns, depth + 1);
			default -> {
				if (depth < 4 && value.getClass().getName().startsWith("org.afterword.")
						&& !value.getClass().isEnum()) {
					for (var field : value.getClass().getDeclaredFields()) {
						if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
							field.setAccessible(true);
							collect(field.get(value), patterns, depth + 1);
						}
					}
				}
			}
		}
	}

	private static List<String> annotated(ClassModel model) {
		var all = new ArrayList<Annotation>();
		annotations(model, all);
		model.fields().forEach((field) -> annotations(field, all));
		model.methods().forEach((method) -> annotations(method, all));
		model.findAttribute(Attributes.record())
			.map(RecordAttribute::components)
			.orElse(List.of())
			.forEach((component) -> annotations(component, all));
		return all.stream()
			.filter((one) -> one.className().stringValue().equals("Ljakarta/validation/constraints/Pattern;"))
			.flatMap((one) -> one.elements().stream())
			.filter((element) -> element.name().stringValue().equals("regexp"))
			.map((element) -> ((AnnotationValue.OfString) element.value()).stringValue())
			.toList();
	}

	private static void annotations(AttributedElement element, List<Annotation> all) {
		for (Attribute<?> attribute : element.attributes()) {
			switch (attribute) {
				case RuntimeVisibleAnnotationsAttribute visible -> all.addAll(visible.annotations());
				case RuntimeVisibleTypeAnnotationsAttribute types ->
					types.annotations().forEach((one) -> all.add(one.annotation()));
				case RuntimeVisibleParameterAnnotationsAttribute parameters ->
					parameters.parameterAnnotations().forEach(all::addAll);
				default -> {
				}
			}
		}
	}

	private static Path classes() {
		try {
			return Path.of(Afterword.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new UncheckedIOException(new IOException(ex));
		}
	}

}
