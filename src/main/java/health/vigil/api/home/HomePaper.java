package health.vigil.api.home;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a patient takes home in one language: a card for the wallet, and when to call. It names no grade.
///
/// @param language `en` or `de`
/// @param call when to call
/// @param rules until when the rules of the place apply
/// @param daily what to do every day
record HomePaper(String language, WalletCard card, PaperSection call, PaperSection rules, PaperSection daily) {
    /// The limits that are numbers.
    private static final List<String> NUMBERS = List.of("fever", "systolic", "spo2");

    /// The card for the wallet.
    ///
    /// @param qr the address of the centre's page; absent without one, and if it is too long for the card
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record WalletCard(String title, List<String> lines, Optional<CentreCode> qr) {}

    /// A part of the paper.
    record PaperSection(String title, List<String> lines) {}

    /// What the texts name.
    ///
    /// @param limits the limits of the centre, by their words
    /// @param rules the end of each rule of the place that applies; absent while something extends it
    record HomeFacts(
            Optional<String> name,
            String birthDate,
            String product,
            Instant infusedAt,
            int tocilizumabDoses,
            Optional<Instant> lastTocilizumab,
            Map<String, String> limits,
            Map<String, Optional<Instant>> rules) {}

    static HomePaper of(HomeLanguage language, HomeFacts facts, ZoneId hospital) {
        var texts = HomeTexts.of(language);
        var words = words(language, facts, hospital);
        return new HomePaper(
                language.word(),
                new WalletCard(title(texts, "card", words), texts.texts("card", words), code(texts, words)),
                section(texts, "call", words),
                new PaperSection(title(texts, "rules", words), rules(texts, language, facts, hospital)),
                section(texts, "daily", words));
    }

    /// When to call: it names nothing of the patient.
    ///
    /// @param limits the limits of the centre, by their words
    static PaperSection call(HomeLanguage language, Map<String, String> limits) {
        return section(HomeTexts.of(language), "call", numbers(language, limits));
    }

    private static PaperSection section(HomeTexts texts, String name, Map<String, String> words) {
        return new PaperSection(title(texts, name, words), texts.texts(name, words));
    }

    /// A title without the number of the centre has a gap for it.
    private static String title(HomeTexts texts, String name, Map<String, String> words) {
        var filled = new HashMap<>(words);
        filled.putIfAbsent("phone", "……………………");
        return texts.text(name + ".title", filled).orElseThrow();
    }

    private static Optional<CentreCode> code(HomeTexts texts, Map<String, String> words) {
        return texts.text("code.title", words).flatMap(title -> CentreCode.of(title, words.getOrDefault("page", "")));
    }

    private static Map<String, String> words(HomeLanguage language, HomeFacts facts, ZoneId hospital) {
        var words = numbers(language, facts.limits());
        words.put("name", facts.name().orElse("……………………"));
        words.put("birthDate", language.birthDate(facts.birthDate()));
        words.put("product", facts.product());
        words.put("infusedOn", date(language, facts.infusedAt(), hospital));
        words.putAll(doses(language, facts, hospital));
        return words;
    }

    /// The limits as the language writes numbers.
    private static Map<String, String> numbers(HomeLanguage language, Map<String, String> limits) {
        var words = new HashMap<>(limits);
        NUMBERS.forEach(limit -> words.computeIfPresent(limit, (_, plain) -> language.number(plain)));
        return words;
    }

    /// One dose has a text of its own, because no language counts it like several.
    private static Map<String, String> doses(HomeLanguage language, HomeFacts facts, ZoneId hospital) {
        var last = facts.lastTocilizumab().map(at -> date(language, at, hospital));
        return facts.tocilizumabDoses() == 1
                ? last.map(day -> Map.of("onlyDose", day)).orElse(Map.of())
                : last.map(day -> Map.of("doses", String.valueOf(facts.tocilizumabDoses()), "lastDose", day))
                        .orElse(Map.of());
    }

    private static String date(HomeLanguage language, Instant at, ZoneId hospital) {
        return language.dates().format(LocalDate.ofInstant(at, hospital));
    }

    /// A rule that ends at midnight applies up to the day before.
    private static List<String> rules(HomeTexts texts, HomeLanguage language, HomeFacts facts, ZoneId hospital) {
        return facts.rules().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(rule -> {
                    var until = rule.getValue()
                            .map(end -> Map.of("date", date(language, end.minusNanos(1000), hospital)))
                            .flatMap(date -> texts.text("until.date", date))
                            .or(() -> texts.text("until.open", Map.of()))
                            .orElseThrow();
                    return texts.text("rules." + rule.getKey(), Map.of("until", until));
                })
                .flatMap(Optional::stream)
                .toList();
    }
}
