package health.vigil.context;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The first day on which a patient goes home, by product.
///
/// @param day for products that are not named
/// @param byProduct by one name of each product, in lower case
public record EarliestDischarge(int day, Map<String, Integer> byProduct) {
    private static final int LATEST = 365;
    private static final Pattern PRODUCT_DAY = Pattern.compile("(.{1,60}):(\\d{1,3})");

    public static final EarliestDischarge DEFAULT = of(7, List.of("cilta-cel:10", "brexu-cel:14"));

    public EarliestDischarge {
        byProduct = Map.copyOf(byProduct);
        check(day);
        byProduct.values().forEach(EarliestDischarge::check);
    }

    /// The day of one patient.
    ///
    /// @param known whether the product is one that has a day, or a licensed one for which the general day holds
    record FirstDay(int day, boolean known) {}

    private static void check(int day) {
        if (day < 0 || day > LATEST) {
            throw new IllegalArgumentException("A day of discharge is 0 to " + LATEST);
        }
    }

    /// The day for every product, and those of single products.
    ///
    /// @param products each as `cilta-cel:10`; any name of a licensed product stands for all its names
    public static EarliestDischarge of(int day, List<String> products) {
        var days = new HashMap<String, Integer>();
        for (var text : products) {
            var parts = PRODUCT_DAY.matcher(text.strip());
            if (!parts.matches() || CarTProduct.words(parts.group(1)).isEmpty()) {
                throw new IllegalArgumentException(
                        "A day of discharge is a product and a day such as cilta-cel:10, not " + text.strip());
            }
            var given = Integer.valueOf(parts.group(2));
            if (!given.equals(
                    Optional.ofNullable(days.put(key(parts.group(1)), given)).orElse(given))) {
                throw new IllegalArgumentException("A product has two days of discharge: " + parts.group(1));
            }
        }
        return new EarliestDischarge(day, days);
    }

    private static String key(String name) {
        return CarTProduct.in(name)
                .map(CarTProduct::name)
                .map(CarTProduct::words)
                .orElseGet(() -> CarTProduct.words(name));
    }

    /// The day for a product as people wrote it. If it names several, the latest one.
    FirstDay of(Optional<String> product) {
        var latest = product.stream().flatMap(this::days).max(Integer::compare);
        var licensed = product.flatMap(CarTProduct::in).isPresent();
        return new FirstDay(latest.orElse(day), latest.isPresent() || licensed);
    }

    private Stream<Integer> days(String product) {
        return byProduct.entrySet().stream()
                .filter(each -> names(product, each.getKey()))
                .map(Map.Entry::getValue);
    }

    private static boolean names(String product, String key) {
        return CarTProduct.in(key)
                .map(known -> known.isIn(product))
                .orElseGet(() -> CarTProduct.contains(product, key));
    }
}
