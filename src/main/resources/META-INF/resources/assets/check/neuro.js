// The neuro check: consciousness, the tool of this patient's age, early signs, handwriting.

import { element, show } from '../element.js';
import { toolOf } from '../episode.js';
import { words } from '../phrases.js';
import { capdItems, capdOf, capdProgress } from './capd.js';
import { cannotBeScored, consciousnessOf, wakefulnessChoice } from './consciousness.js';
import { EarlierChecks, writingThen } from './earlier.js';
import { choice, claimOf, enable, textOf, yesOrNo } from './fields.js';
import { iceItems, iceOf, iceProgress } from './ice.js';
import { WritingPad } from './writing-pad.js';

const said = words.check.neuro;
/** The reason that the form gives by itself. */
const TOO_DEEP = said.tooDeep;
const NOT_DONE = ['refused', 'asleep', 'away', 'no-interpreter', 'other'];
const TESTABLE = ['true', 'false', 'missed', 'none'];

const TOOLS = {
    ice: { items: iceItems, read: iceOf, progress: iceProgress },
    capd: { items: capdItems, read: capdOf, progress: capdProgress },
};

export function neuroForm(episode) {
    const tool = toolOf(episode);
    const pad = new WritingPad();
    const { items, read, progress } = TOOLS[tool];
    const earlier = new EarlierChecks(episode, tool);
    const score = element('div', {}, items(earlier, episode));
    const awake = wakefulnessChoice();
    const tally = element('p', { class: 'tally', role: 'status' });
    const reason = notTestableReason();
    const missed = choice(
        'notDoneReason',
        said.whyNotDone,
        NOT_DONE.map(why => [why, said.notDone[why]]),
        { hint: said.notDoneHow },
    );
    const testable = choice(
        'testable',
        tool === 'ice' ? 'ICE' : 'CAPD',
        TESTABLE.map(answer => [answer, said.testable[answer]]),
    );
    const node = element(
        'div',
        {},
        awake,
        testable,
        reason,
        missed,
        score,
        tally,
        yesOrNo('tremor', said.tremor, { required: false }),
        yesOrNo('handwritingChange', said.handwriting, { required: false }),
        element(
            'fieldset',
            {},
            element('legend', {}, said.sentence),
            element('div', { class: 'writing' }, pad.node, earlier.place(writingThen)),
        ),
    );
    testable.querySelector('[value=true]').checked = true;
    const follow = ({ target }) => {
        if (target.name === 'testable' && target.value === 'missed') clear(awake);
        if (tool === 'capd') gate(testable, reason, cannotBeScored(levelOf(awake)));
        const data = new FormData(node.closest('form'));
        enable(score, data.get('testable') === 'true');
        enable(reason, data.get('testable') === 'false');
        enable(missed, data.get('testable') === 'missed');
        awake.querySelectorAll('input').forEach(input => {
            input.required = data.get('testable') !== 'missed';
        });
        show(tally, data.get('testable') === 'true' && progress(data));
    };
    // Runs before the form's own listener of `input`.
    node.addEventListener('input', follow);
    enable(reason, false);
    enable(missed, false);
    earlier.read();
    return {
        node,
        read: data => content(data, { tool, score: read(data), image: pad.image }),
        renew: () => earlier.read(),
        restore: image => pad.restore(image),
    };
}

function content(data, { tool, score, image }) {
    const asked = data.get('testable');
    return {
        kind: 'neuro-check',
        ...(asked === 'true' ? score : {}),
        notTestable: asked === 'false' ? [tool] : undefined,
        notTestableReason: asked === 'false' ? textOf(data, 'notTestableReason') : undefined,
        notDone: asked === 'missed' ? [tool] : undefined,
        notDoneReason: asked === 'missed' ? textOf(data, 'notDoneReason') : undefined,
        consciousness: consciousnessOf(data),
        tremor: claimOf(data, 'tremor'),
        handwritingChange: claimOf(data, 'handwritingChange'),
        handwritingImage: image,
    };
}

/** The CAPD asks what a child does who can be woken. At RASS −4 and −5, consciousness alone tells how the child is. */
function gate(testable, reason, shut) {
    const test = testable.querySelector('[value=true]');
    const unable = testable.querySelector('[value=false]');
    const why = reason.querySelector('input');
    if (shut && test.checked) {
        unable.checked = true;
        why.value = TOO_DEEP;
    }
    if (!shut && test.disabled && why.value === TOO_DEEP) {
        if (unable.checked) test.checked = true;
        why.value = '';
    }
    test.disabled = shut;
}

const levelOf = awake => awake.querySelector(':checked')?.value;

function clear(awake) {
    awake.querySelectorAll(':checked').forEach(input => {
        input.checked = false;
    });
}

function notTestableReason() {
    return element(
        'fieldset',
        {},
        element('legend', {}, said.whyNotTestable),
        element(
            'label',
            { class: 'field' },
            element('span', {}, said.reason),
            element('input', { name: 'notTestableReason', list: 'reasons', required: true, maxlength: 500 }),
        ),
        element(
            'datalist',
            { id: 'reasons' },
            said.reasons.map(value => element('option', { value })),
        ),
    );
}
