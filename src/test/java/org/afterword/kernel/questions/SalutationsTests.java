package org.afterword.kernel.questions;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class SalutationsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			Carlos - I really enjoyed it    | Carlos           | @Carlos - I really enjoyed it
			Carlos – I really enjoyed it    | Carlos           | @Carlos – I really enjoyed it
			Carlos: yes                     | Carlos           | @Carlos: yes
			Carlos, yes                     | Carlos           | @Carlos, yes
			Hi Prudence,                    | Prudence         | Hi @Prudence,
			Hi Prudence!                    | Prudence         | Hi @Prudence!
			Hello, I am new, Carlos         | Carlos           | Hello, I am new, @Carlos
			Dear Dr. Osei,                  | Dr. Osei         | Dear @Dr. Osei,
			Dear Dr. Osei: yes              | Dr. Osei         | Dear @Dr. Osei: yes
			Many of us agree, Carlos.       | Carlos           | Many of us agree, @Carlos.
			Thank you, Carlos               | Carlos           | Thank you, @Carlos
			EB - thanks                     | EB               | @EB - thanks
			M.B.: why?                      | M.B.             | @M.B.: why?
			O'Neil, Sean - yes              | O'Neil, Sean     | @O'Neil, Sean - yes
			van der Berg, yes               | van der Berg     | @van der Berg, yes
			**Carlos** - yes                | Carlos           | **@Carlos** - yes
			Hola Carlos, gracias            | Carlos           | Hola @Carlos, gracias
			Уважаемый Иван,                 | Иван             | Уважаемый @Иван,
			عزيزي سمير، نعم                 | سمير             | عزيزي @سمير، نعم
			Thanks Luz                      | Luz              | Thanks @Luz
			Thanks Luz!                     | Luz              | Thanks @Luz!
			Thanks Luz for the list         | Luz              | Thanks @Luz for the list
			Many thanks Luz Marina for it   | Luz Marina       | Many thanks @Luz Marina for it
			Thank you Dr. Osei for this     | Dr. Osei         | Thank you @Dr. Osei for this
			Well put, many thanks Luz!      | Luz              | Well put, many thanks @Luz!
			I agree, thanks Luz Marina      | Luz Marina       | I agree, thanks @Luz Marina
			Gracias Luz por la lista        | Luz              | Gracias @Luz por la lista
			Merci Luz et Carlos             | Luz              | Merci @Luz et Carlos
			Hi Luz and Carlos               | Carlos           | Hi Luz and @Carlos
			Danke Luz                       | Luz              | Danke @Luz
			Teşekkürler Luz                 | Luz              | Teşekkürler @Luz
			Cảm ơn Luz                      | Luz              | Cảm ơn @Luz
			Asante sana Luz                 | Luz              | Asante sana @Luz
			شكرا سمير على هذا               | سمير             | شكرا @سمير على هذا
			Спасибо Иван за ответ           | Иван             | Спасибо @Иван за ответ
			Good morning Luz                | Luz              | Good morning @Luz
			Hi Prudence and Carlos, yes     | Carlos           | Hi Prudence and @Carlos, yes
			""")
	void whoIsSpokenToCanBeMentioned(String line, String name, String mentioned) {
		assertThat(Salutations.in(line)).contains(name);
		assertThat(Salutations.mentioning(line, List.of(name))).isEqualTo(mentioned);
		assertThat(Salutations.mentioning("First.\n\n" + line + "\n\nLast.", List.of(name)))
			.isEqualTo("First.\n\n" + mentioned + "\n\nLast.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "I met Carlos yesterday", "> Carlos - yes", "@Carlos - yes", "```\nCarlos - yes\n```",
			"carlos - yes", "A, b", "", "I met Zofia and Carlos", "thanks to the rain", "Thanks carlos",
			"The well of Carlos", "Yes Carlos came too", "> Thanks Carlos" })
	void otherWordsAreLeftAlone(String text) {
		assertThat(Salutations.in(text)).doesNotContain("Carlos", "@Carlos");
		assertThat(Salutations.mentioning(text, List.of("Carlos"))).isEqualTo(text);
	}

	@Test
	void eachNameIsMarkedOnce() {
		assertThat(Salutations.mentioning("Carlos, yes.\n\nCarlos, no.", List.of("Carlos")))
			.isEqualTo("@Carlos, yes.\n\nCarlos, no.");
	}

}
