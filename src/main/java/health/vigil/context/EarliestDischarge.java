package health.vigil.context;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The first day on which a patient goes home, by product.
///
/// @param day for products that are not named
/// @param byProduct by the product's name in lower case
public record EarliestDischarge(int day, Map<String, Integer> byProduct) {
    private static final int LATEST = 365;
    private static final Pattern PRODUCT_DAY = Pattern.compile("(.{1,60}):(\\d{1,3})");

    public static final EarliestDischarge DEFAULT = of(
            7, List.of("cilta-cel:10", "ciltacabtagene autoleucel:10", "brexu-cel:14", "brexucabtagene autoleucel:14"));

    public EarliestDischarge {
        byProduct = Map.copyOf(byProduct);
        check(day);
        byProduct.values().forEach(EarliestDischarge::check);
    }

    private static void check(int day) {
        if (day < 0 || day > LATEST) {
            throw new IllegalArgumentException("A day of discharge is 0 to " + LATEST);
        }
    }

    /// The day for every product, and those of single products.
    ///
    /// @param products each as `cilta-cel:10`
    public static EarliestDischarge of(int day, List<String> products) {
        var days = new HashMap<String, Integer>();
        for (var text : products) {
            var parts = PRODUCT_DAY.matcher(text.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "A day of discharge is a product and a day such as cilta-cel:10, not " + text.strip());
            }
            if (days.put(key(parts.group(1)), Integer.valueOf(parts.group(2))) != null) {
                throw new IllegalArgumentException("A product has two days of discharge: " + parts.group(1));
            }
        }
        return new EarliestDischarge(day, days);
    }

    /// The day for a product; the general one if the product is not known.
    int of(Optional<String> product) {
        return product.flatMap(name -> Optional.ofNullable(byProduct.get(key(name))))
                .orElse(day);
    }

    private static String key(String product) {
        return product.strip().toLowerCase(Locale.ROOT);
    }
}
