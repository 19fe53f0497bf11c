package org.afterword.bench.content;

import java.util.List;

/**
 * Languages in which topics are written: their most frequent words, and the syllables
 * from which the others are made up.
 */
enum Language {

	ENGLISH("question %s",
			"the of and to in a is that for it as was with be by on not he this are or his from at which but have an had they you were their one all we can her has there been if more when will would who so no",
			"se ed ra in ter na ti on wa ful mo ken li sto ver ga pe ru ment dol har vest min cor ba ler shi fo tal en pra ny du ser ob lan"),

	SPANISH("pregunta %s",
			"de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está",
			"ca ro sem bra lla do ta ción ri go pue blo ma íz ve na dor se mi lle ra co mu ni dad gua ne ja ten pa ño lu ga"),

	FRENCH("question %s",
			"de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec ou aux d'un leur même y ces comme mais fait été aussi on si cette leurs entre peut deux",
			"sé men ce ré col te pay san vil la ge cou ver tu re ter ro ir é tu de gre nier sai son ju ri che pla ne au bo que fer mi lè"),

	ARABIC("السؤال %s",
			"في من على إلى أن ما لا هذا عن مع التي الذي هذه كان أو بين كل بعد قد ذلك لم قبل حتى عند ثم أي لكن كما غير هو هي نحن كانت يكون له لها فيه منها أكثر بعض",
			"بذ ور زر اع ماء قر ية حص اد مج تمع تر بة مو سم خز ان شبك ال فل اح در اس نت ائج مش رو سل كي سو"),

	PORTUGUESE("pergunta %s",
			"de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem seu sua ou ser quando muito há nos já está eu também só pelo pela até isso entre era depois sem mesmo",
			"se men te co lhei ta ter ra á gua ban co chu va fo gão le nha ro ça mu da co mu ni da de vi zi nho ren da es to que mi lho fa ri"),

	CHINESE("问题%s", "的 一 是 在 不 了 有 和 人 这 中 大 为 上 个 国 我 以 要 他 时 来 用 们 生 到 作 地 于 出 就 分 对 成 会 可 主 发 年 动",
			"种 子 水 田 村 社 区 农 民 收 获 季 节 土 壤 雨 旱 井 管 炉 灶 柴 火 太 阳 能 电 网 学 校 研 究 保 存 交 换 市 场 价 格 合 作");

	private static final List<Language> ALL = List.of(values());

	private final String mention;

	private final String frequent;

	private final String syllables;

	Language(String mention, String frequent, String syllables) {
		this.mention = mention;
		this.frequent = frequent;
		this.syllables = syllables;
	}

	/** Topics are written in all languages in turn. */
	static Language of(int topic) {
		return ALL.get(topic % ALL.size());
	}

	/** How a text mentions the question with this number. */
	String mention(String number) {
		return this.mention.formatted(number);
	}

	List<String> frequent() {
		return List.of(this.frequent.split(" "));
	}

	List<String> syllables() {
		return List.of(this.syllables.split(" "));
	}

	String space() {
		return (this == CHINESE) ? "" : " ";
	}

	String stop() {
		return (this == CHINESE) ? "。" : ".";
	}

	String comma() {
		return switch (this) {
			case CHINESE -> "，";
			case ARABIC -> "، ";
			default -> ", ";
		};
	}

	/** How long texts are, in hundredths of those in English. */
	int length() {
		return (this == CHINESE) ? 40 : 100;
	}

}
