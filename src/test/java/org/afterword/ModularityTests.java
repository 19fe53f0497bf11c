package org.afterword;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

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
