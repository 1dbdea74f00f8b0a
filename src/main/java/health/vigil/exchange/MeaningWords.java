package health.vigil.exchange;

import health.vigil.observation.Analyte;
import health.vigil.observation.Consciousness;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.FluidReason;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.SeizureType;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import health.vigil.observation.Word;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The words for meanings in a table of codes: `crp`, `systolic/cuff`, `temperature/oral`, `d-dimer/FEU`,
/// `simple-mask/similar`, `cpap/sleep-apnoea`, `unit:Cel`.
final class MeaningWords {
    private static final String UNIT = "unit:";
    private static final List<String> ANNOTATIONS = List.of("FEU", "DDU");
    private static final String SIMILAR = "similar";
    private static final List<String> PRODUCTS =
            List.of("axi-cel", "tisa-cel", "cilta-cel", "brexu-cel", "ide-cel", "liso-cel", "obe-cel");
    private static final int LONGEST_SITE = 100;

    /// The meanings without a qualifier.
    static final Map<String, Meaning> PLAIN = plain();

    private MeaningWords() {}

    private static Map<String, Meaning> plain() {
        var words = new HashMap<String, Meaning>();
        for (var sign : VitalSign.values()) {
            put(words, sign.field(), new Meaning.OfSign(sign, SignSource.NOT_SAID, Optional.empty()));
        }
        put(words, Analyte.values(), analyte -> new Meaning.OfAnalyte(analyte, Optional.empty()));
        put(words, ObservationItem.values(), Meaning.OfItem::new);
        put(words, Finding.values(), Meaning.OfFinding::new);
        put(words, OxygenDevice.values(), device -> new Meaning.OfDevice(device, Optional.empty(), false));
        put(words, OxygenReason.values(), Meaning.OfReason::new);
        put(words, Consciousness.values(), Meaning.OfLevel::new);
        put(words, SeizureType.values(), Meaning.OfSeizure::new);
        put(words, FluidReason.values(), Meaning.OfFluidReason::new);
        put(words, VasopressorAgent.values(), Meaning.OfAgent::new);
        put(words, Drug.values(), Meaning.OfDrug::new);
        PRODUCTS.forEach(product -> put(words, product, new Meaning.OfCells(product)));
        return Map.copyOf(words);
    }

    /// `other` needs a name, which a code does not give, so it is no word here.
    private static <W extends Word> void put(Map<String, Meaning> words, W[] members, Function<W, Meaning> meaning) {
        Arrays.stream(members)
                .filter(member -> !member.word().equals("other"))
                .forEach(member -> put(words, member.word(), meaning.apply(member)));
    }

    private static void put(Map<String, Meaning> words, String word, Meaning meaning) {
        if (words.put(word, meaning) != null) {
            throw new IllegalStateException("The word " + word + " has two meanings");
        }
    }

    /// The meaning of a word, if it is one.
    static Optional<Meaning> read(String word) {
        if (word.startsWith(UNIT)) {
            var ucum = word.substring(UNIT.length());
            return ucum.isEmpty() ? Optional.empty() : Optional.of(new Meaning.OfUnit(ucum));
        }
        int slash = word.indexOf('/');
        return slash < 0
                ? Optional.ofNullable(PLAIN.get(word))
                : Optional.ofNullable(PLAIN.get(word.substring(0, slash)))
                        .flatMap(plain -> qualified(plain, word.substring(slash + 1)));
    }

    private static Optional<Meaning> qualified(Meaning plain, String qualifier) {
        return switch (plain) {
            case Meaning.OfSign(var sign, var _, var _) -> sign(sign, qualifier);
            case Meaning.OfAnalyte(var analyte, var _) ->
                ANNOTATIONS.contains(qualifier)
                        ? Optional.of(new Meaning.OfAnalyte(analyte, Optional.of(qualifier)))
                        : Optional.empty();
            case Meaning.OfDevice(var device, var _, var _) -> device(device, qualifier);
            case Meaning.OfItem _,
                    Meaning.OfFinding _,
                    Meaning.OfReason _,
                    Meaning.OfLevel _,
                    Meaning.OfSeizure _,
                    Meaning.OfFluidReason _,
                    Meaning.OfAgent _,
                    Meaning.OfDrug _,
                    Meaning.OfCells _,
                    Meaning.OfUnit _ -> Optional.empty();
        };
    }

    /// The qualifier of a temperature is its site, that of another sign its source.
    private static Optional<Meaning> sign(VitalSign sign, String qualifier) {
        if (sign == VitalSign.TEMPERATURE) {
            return qualifier.isBlank() || qualifier.length() > LONGEST_SITE
                    ? Optional.empty()
                    : Optional.of(new Meaning.OfSign(sign, SignSource.NOT_SAID, Optional.of(qualifier)));
        }
        return Word.of(SignSource.class, qualifier).map(source -> new Meaning.OfSign(sign, source, Optional.empty()));
    }

    private static Optional<Meaning> device(OxygenDevice device, String qualifier) {
        return qualifier.equals(SIMILAR)
                ? Optional.of(new Meaning.OfDevice(device, Optional.empty(), true))
                : Word.of(OxygenReason.class, qualifier)
                        .map(reason -> new Meaning.OfDevice(device, Optional.of(reason), false));
    }
}
