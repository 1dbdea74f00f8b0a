package health.vigil.grading.scale;

import health.vigil.observation.Component;

/// CTCAE v5.0: one vasopressor is grade 3, and more than one is life-threatening. Vasopressin counts as one. Organ
/// toxicity does not count.
final class CtcaeV5 implements ScaleRule {
    @Override
    public void judge(ClinicalPicture picture, ScaleEvidence evidence) {
        Steps.oxygen(picture, evidence);
        if (picture.hypotensive()) {
            var pressors = picture.pressors();
            evidence.find(Component.HYPOTENSION, grade(pressors), description(pressors), pressors.latest());
        }
    }

    private static int grade(Pressors pressors) {
        if (pressors.multipleOfAll()) {
            return 4;
        }
        return pressors.any() ? 3 : 2;
    }

    private static String description(Pressors pressors) {
        return pressors.any() ? pressors.description() + " running" : "hypotension without a vasopressor";
    }
}
