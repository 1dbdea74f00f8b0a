package health.vigil.observation;

import java.util.Optional;

/// A change of one infusion of a circulatory agent.
///
/// @param agentName the name of the agent if it is {@link VasopressorAgent#OTHER}
/// @param infusionId the infusion; absent if the sender does not distinguish several
public record Vasopressor(
        VasopressorAgent agent,
        Optional<String> agentName,
        InfusionAction action,
        Optional<Rate> rate,
        Optional<InfusionId> infusionId)
        implements Content {
    public Vasopressor {
        if (agent == VasopressorAgent.OTHER && agentName.isEmpty()) {
            throw new IllegalArgumentException("Another agent needs a name");
        }
    }

    /// A listed agent in an infusion without id and rate.
    public static Vasopressor of(VasopressorAgent agent, InfusionAction action) {
        return new Vasopressor(agent, Optional.empty(), action, Optional.empty(), Optional.empty());
    }

    /// The effective action: an infusion at a rate of 0 is paused.
    public InfusionAction effect() {
        var still = rate.filter(charted -> charted.value().signum() == 0).isPresent();
        return still && !action.ends() ? InfusionAction.PAUSED : action;
    }
}
