package org.afterword;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions.DiagramStyle;
import org.springframework.modulith.docs.Documenter.Options;

import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class ModularityTests {

	private static final Path DRAWN = Path.of("target", "modules");

	private final ApplicationModules modules = ApplicationModules.of(Afterword.class);

	@Test
	void modulesKnowOnlyThoseBelowThem() {
		this.modules.verify();
	}

	/** A module that is cut into packages can be read from its lowest one upwards. */
	@Test
	void noPackagesNeedEachOtherInACircle() {
		var classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackagesOf(Afterword.class);
		SlicesRuleDefinition.slices().assignedFrom(new SliceAssignment() {

			@Override
			public SliceIdentifier getIdentifierOf(JavaClass one) {
				return SliceIdentifier.of(one.getPackageName());
			}

			@Override
			public String getDescription() {
				return "packages";
			}

		}).should().beFreeOfCycles().check(classes);
	}

	/** Such a stream keeps its connection until somebody closes it. */
	@Test
	void noQueryIsReadAsAStream() {
		ArchRuleDefinition.noClasses()
			.should()
			.callMethod(JdbcClient.MappedQuerySpec.class, "stream")
			.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackagesOf(Afterword.class));
	}

	@Test
	void theMapShowsEveryModule() throws IOException {
		new Documenter(this.modules, Options.defaults().withOutputFolder(DRAWN.toString()))
			.writeModulesAsPlantUml(DiagramOptions.defaults().withStyle(DiagramStyle.UML));
		var drawn = Files.readString(DRAWN.resolve("components.puml"));
		var committed = Files.readString(Path.of("docs", "modules", "README.md"));
		assertThat(this.modules.stream()).isNotEmpty().allSatisfy((module) -> {
			assertThat(drawn.toLowerCase(Locale.ROOT)).contains(module.getIdentifier().toString());
			assertThat(committed).contains("`" + module.getIdentifier() + "`");
		});
	}

}
