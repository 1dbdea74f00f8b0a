package health.vigil.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/// Values at and next to every limit for one patient.
final class RandomValues {

    private final RandomChoice choice;
    private final List<JsonNode> baselines;
    private final int sbpLimit;

    RandomValues(RandomChoice choice, OraclePatient patient) {
        this.choice = choice;
        this.baselines =
                patient.baselines().stream().map(OraclePatient.Baseline::values).toList();
        this.sbpLimit = patient.age() < 1 ? 70 : patient.age() <= 10 ? 70 + 2 * patient.age() : 90;
    }

    String temperature() {
        return switch (choice.between(1, 10)) {
            case 1, 2, 3 -> choice.word("36.5", "37.2", "37.0");
            case 4, 5, 6 -> choice.word("38.6", "39.4", "38.3");
            case 7 -> choice.word("100.4 [degF]", "100.39 [degF]", "100.3 [degF]", "100.5 [degF]", "100.40 [degF]");
            case 8 ->
                choice.word(
                        "24.9", "25", "45", "45.1", "45.01", "113 [degF]", "113.1 [degF]", "77 [degF]", "76.9 [degF]");
            default ->
                choice.word("37.9", "38.0", "38", "37.96", "37.99", "38.01", "38.0 Cel", "37.9 Cel", "37.999999");
        };
    }

    String systolic() {
        BigDecimal usual = baseline("systolic", "120");
        return switch (choice.between(1, 10)) {
            case 1, 2, 3 -> choice.word("118", "125", "104", "132");
            case 4 -> plain(choice.near(BigDecimal.valueOf(sbpLimit)));
            case 5 -> plain(choice.near(usual.multiply(new BigDecimal("0.95"))));
            case 6 -> plain(choice.near(usual.multiply(new BigDecimal("0.8"))));
            case 7 -> choice.word("99", "100", "99.9", "90", "89", "91", "70", "69", "85 mm[Hg]", "84.9", "84");
            case 9 -> plain(choice.near(BigDecimal.valueOf(sbpLimit - 10)));
            case 8 -> choice.word("8", "29", "29.9", "30", "300", "301", "300.1");
            default -> choice.word("84", "78", "88", "66", "62");
        };
    }

    String meanPressure() {
        return choice.word("64", "65", "64.9", "66", "65.0", "80", "59", "60", "59.9", "72", "19", "20", "250", "251");
    }

    String spo2() {
        return switch (choice.between(1, 5)) {
            case 1 -> choice.word("97", "96", "98", "94");
            case 2 -> plain(choice.near(baseline("spo2", "92").subtract(new BigDecimal(3))));
            case 3 -> choice.word("85", "84.9", "85.1", "84", "86", "88");
            default -> choice.word("89", "90", "89.9", "91", "88", "97", "96", "29", "30", "100", "101", "89 %");
        };
    }

    String flow() {
        BigDecimal home = baseline("oxygenFlow", "2");
        return switch (choice.between(1, 4)) {
            case 1 -> plain(choice.near(home).max(BigDecimal.ZERO));
            case 2 -> choice.word("0", "80", "81", "80.1", "-1", "2 L/min");
            default -> choice.word("6", "6.1", "6.0", "5.9", "7", "4", "2", "40", "15");
        };
    }

    int ice() {
        int score = choice.percent(30)
                ? baseline("ice", "10").intValue() + choice.between(-1, 1)
                : Integer.parseInt(choice.word("0", "2", "3", "6", "7", "8", "9", "10", "10"));
        return Math.clamp(score, 0, 10);
    }

    int capd() {
        int score = choice.percent(30)
                ? baseline("capd", "9").intValue() + choice.between(-1, 1)
                : Integer.parseInt(choice.word("0", "3", "4", "8", "9", "10", "15", "32"));
        return Math.clamp(score, 0, 32);
    }

    String rate() {
        return choice.word("0", "0.0", "0.05", "4", "12.5");
    }

    String seizureMinutes() {
        return choice.word("0.5", "3", "4.9", "5", "5.0", "5.1", "5.001", "6", "30");
    }

    private BigDecimal baseline(String field, String otherwise) {
        JsonNode value = baselines.isEmpty() ? null : choice.any(baselines).get(field);
        return value == null ? new BigDecimal(otherwise) : value.decimalValue();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /// Puts `"38.0"` as a number and `"100.4 [degF]"` as a value with its unit.
    static void put(ObjectNode holder, String field, String quantity) {
        int space = quantity.indexOf(' ');
        if (space < 0) {
            putNumber(holder, field, quantity);
        } else {
            ObjectNode withUnit = holder.putObject(field);
            putNumber(withUnit, "value", quantity.substring(0, space));
            withUnit.put("unit", quantity.substring(space + 1));
        }
    }

    /// A whole number as such: Jackson would write the decimal 100 as 1E+2.
    private static void putNumber(ObjectNode holder, String field, String decimal) {
        if (decimal.contains(".")) {
            holder.put(field, Double.parseDouble(decimal));
        } else {
            holder.put(field, Integer.parseInt(decimal));
        }
    }
}
