package health.vigil.context;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The licensed products, with the names that people write.
enum CarTProduct {
    AXI_CEL("axi-cel", "axicabtagene ciloleucel", "Yescarta"),
    BREXU_CEL("brexu-cel", "brexucabtagene autoleucel", "Tecartus"),
    CILTA_CEL("cilta-cel", "ciltacabtagene autoleucel", "Carvykti"),
    IDE_CEL("ide-cel", "idecabtagene vicleucel", "Abecma"),
    LISO_CEL("liso-cel", "lisocabtagene maraleucel", "Breyanzi"),
    TISA_CEL("tisa-cel", "tisagenlecleucel", "Kymriah");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    CarTProduct(String... names) {
        this.names = List.of(names);
    }

    /// The product that a text names in any way.
    static Optional<CarTProduct> in(String text) {
        return Arrays.stream(values())
                .filter(product -> product.names.stream().anyMatch(name -> contains(text, name)))
                .findFirst();
    }

    /// Whether a text names it in any way.
    boolean isIn(String text) {
        return names.stream().anyMatch(name -> contains(text, name));
    }

    /// Whether a text contains the words of a name, whatever their case and what stands between them.
    static boolean contains(String text, String name) {
        return (" " + words(text) + " ").contains(" " + words(name) + " ");
    }

    /// Lower case, with one space between words.
    static String words(String text) {
        return BETWEEN_WORDS
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
