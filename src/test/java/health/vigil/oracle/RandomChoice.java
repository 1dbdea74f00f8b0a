package health.vigil.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

/// The one source of chance of a random patient.
record RandomChoice(SplittableRandom random) {

    static RandomChoice seeded(long seed) {
        return new RandomChoice(new SplittableRandom(seed));
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /// Both bounds included.
    int between(int lowest, int highest) {
        return random.nextInt(lowest, highest + 1);
    }

    String word(String... words) {
        return words[random.nextInt(words.length)];
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// The number itself, or a little or one more or less.
    BigDecimal near(BigDecimal number) {
        return number.add(new BigDecimal(word("0", "0", "0.01", "-0.01", "1", "-1")));
    }
}
