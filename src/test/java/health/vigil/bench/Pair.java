package health.vigil.bench;

/// A window, and the window of the other side that followed it.
record Pair(Window first, Window second) {
    double rateRatio() {
        return second.load().rate() / first.load().rate();
    }

    double costRatio() {
        return second.cost() / first.cost();
    }
}
