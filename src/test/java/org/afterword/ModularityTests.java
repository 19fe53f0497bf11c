package org.afterword;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

	@Test
	void aModuleKnowsOnlyThoseBelowIt() {
		ApplicationModules.of(Afterword.class).verify();
	}

}
