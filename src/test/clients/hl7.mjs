// Sends vital signs with node-hl7-client, as the gateway of a ward does.
// Arguments: the port, a patient, the time of the results as HL7 v2 writes it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Client, HL7_2_6 } from 'node-hl7-client';

const [port, patient, at] = process.argv.slice(2);

const vitalSigns = (id, application) =>
  new HL7_2_6()
    .buildMSH({ msh_3: application, msh_4: 'H', msh_9_1: 'ORU', msh_9_2: 'R01', msh_10: id, msh_11_1: 'P' })
    .buildPID({ pid_3: `${patient}^^^HOSP^MR`, pid_5: 'WARD^ADA' })
    .buildOBR({ obr_1: '1', obr_3: `${patient}-${id}`, obr_4: 'VITALS', obr_7: at })
    .buildOBX({ obx_1: '1', obx_2: 'NM', obx_3: '8310-5^Temperature^LN', obx_5: '39.1', obx_6: 'Cel', obx_11: 'F' })
    .buildOBX({ obx_1: '2', obx_2: 'NM', obx_3: '8867-4^Heart rate^LN', obx_5: '110', obx_6: '/min', obx_11: 'F' })
    .toMessage();

/** The answers to messages that one connection sends, one after the other. */
async function send(...messages) {
  const client = new Client({ host: '127.0.0.1', version: '2.6' });
  let answered;
  const connection = client.createConnection({ port: Number(port), maxConnectionAttempts: 1 }, async (response) =>
    answered(response.getMessage()),
  );
  await once(connection, 'connect');
  const answers = [];
  for (const message of messages) {
    const answer = new Promise((resolve) => {
      answered = resolve;
    });
    await connection.sendMessage(message);
    answers.push(await answer);
  }
  await connection.close();
  return answers.map((answer) => ({
    code: answer.get('MSA.1').toString(),
    id: answer.get('MSA.2').toString(),
  }));
}

test('vital signs are accepted, and so are the same ones again', async () => {
  const answers = await send(vitalSigns('n1', 'LAB'), vitalSigns('n1', 'LAB'), vitalSigns('n2', 'LAB'));

  assert.deepEqual(answers, [
    { code: 'AA', id: 'n1' },
    { code: 'AA', id: 'n1' },
    { code: 'AA', id: 'n2' },
  ]);
});

test('another application is refused', async () => {
  assert.deepEqual(await send(vitalSigns('n3', 'OTHER')), [{ code: 'AR', id: 'n3' }]);
});
