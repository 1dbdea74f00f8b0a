package health.vigil.observation;

import java.util.Optional;

/// What was done with one infusion of one agent.
///
/// @param agentName what the agent is, where it is {@link VasopressorAgent#OTHER}
/// @param infusionId which infusion of the agent; absent where the sender does not tell them apart
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

    /// An agent of the list, in an infusion that is not told apart, at a rate that is not charted.
    public static Vasopressor of(VasopressorAgent agent, InfusionAction action) {
        return new Vasopressor(agent, Optional.empty(), action, Optional.empty(), Optional.empty());
    }

    /// What it does to the infusion: one that runs at a rate of 0 is paused.
    public InfusionAction effect() {
        var still = rate.filter(charted -> charted.value().signum() == 0).isPresent();
        return still && !action.ends() ? InfusionAction.PAUSED : action;
    }
}
