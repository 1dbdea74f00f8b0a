// Writes with fhir-kit-client, as the system of a hospital does.
// Arguments: the address of the service for FHIR, a token, a patient, the time of the observations.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'fhir-kit-client';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';

const [baseUrl, token, patient, at] = process.argv.slice(2);
const client = new Client({ baseUrl, bearerToken: token });
const LOINC = 'http://loinc.org';
const UCUM = 'http://unitsofmeasure.org';

const temperature = (identifier, more = {}) => ({
  resourceType: 'Observation',
  status: 'final',
  identifier: [{ system: 'urn:clients', value: `${patient}-${identifier}` }],
  code: { coding: [{ system: LOINC, code: '8310-5' }] },
  subject: { reference: `Patient/${patient}` },
  effectiveDateTime: at,
  valueQuantity: { value: 38.4, system: UCUM, code: 'Cel' },
  ...more,
});

const create = (body, headers = {}) => client.create({ resourceType: 'Observation', body, options: { headers } });

/** The status and a header of the response that an answer belongs to. */
const status = (answer) => Client.httpFor(answer).response.status;
const header = (answer, name) => Client.httpFor(answer).response.headers.get(name);

/** The outcome with which a request is refused. */
async function refusal(request) {
  try {
    await request;
  } catch (error) {
    return error.response;
  }
  return assert.fail('it was not refused');
}

test('the service says what it offers', async () => {
  const statement = await client.capabilityStatement();

  assert.equal(statement.resourceType, 'CapabilityStatement');
  assert.equal(statement.fhirVersion, '4.0.1');
  const observation = statement.rest[0].resource.find(({ type }) => type === 'Observation');
  assert.ok(observation.conditionalCreate);
});

test('an observation is created', async () => {
  const created = await create(temperature('created'), { prefer: 'return=representation' });

  assert.equal(status(created), 201);
  assert.match(header(created, 'location'), /\/Observation\/k[0-9a-f]{40}\/_history\/1$/);
  assert.equal(header(created, 'etag'), 'W/"1"');
  assert.equal(created.valueQuantity.value, 38.4);

  const [, id, version] = header(created, 'location').match(/\/Observation\/(k[0-9a-f]{40})\/_history\/(\d+)$/);
  const read = await client.read({ resourceType: 'Observation', id });
  assert.equal(read.valueQuantity.value, 38.4);
  assert.equal(read.meta.versionId, version);
  assert.equal(read.identifier[0].value, `${patient}-created`);
  const first = await client.vread({ resourceType: 'Observation', id, version });
  assert.deepEqual(first, read);
});

test('a conditional create makes one resource', async () => {
  const condition = { 'if-none-exist': `identifier=urn:clients|${patient}-once` };

  const first = await create(temperature('once'), condition);
  const second = await create(temperature('once'), condition);

  assert.equal(status(first), 201);
  // 201 again if the first one is not stored yet: nothing is searched before the write.
  assert.ok([200, 201].includes(status(second)));
  assert.equal(header(second, 'location'), header(first, 'location'));
});

test('observations with different times are created for a search by pages', async () => {
  const body = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [1, 2, 3, 4, 5].map((number) => ({
      request: { method: 'POST', url: 'Observation' },
      resource: temperature(`page-${number}`, {
        effectiveDateTime: new Date(Date.parse(at) - number * 60_000).toISOString(),
      }),
    })),
  };

  const answer = await client.transaction({ body });

  assert.equal(answer.type, 'transaction-response');
  assert.deepEqual(
    answer.entry.map((entry) => entry.response.status.slice(0, 3)),
    Array(5).fill('201'),
  );
});

const FAULTS = {
  'a unit of another quantity': { valueQuantity: { value: 38.4, system: UCUM, code: 'kg' } },
  'a text for a number': { valueQuantity: undefined, valueString: 'warm' },
  'a day without a time': { effectiveDateTime: '2026-03-02' },
  'an unknown status': { status: 'unknown' },
  'an extension that changes the meaning': { modifierExtension: [{ url: 'urn:clients', valueBoolean: true }] },
  'two codes': {
    code: {
      coding: [
        { system: LOINC, code: '8310-5' },
        { system: LOINC, code: '8867-4' },
      ],
    },
  },
  'a component twice': {
    code: { coding: [{ system: LOINC, code: '85354-9' }] },
    valueQuantity: undefined,
    component: [84, 85].map((value) => ({
      code: { coding: [{ system: LOINC, code: '8480-6' }] },
      valueQuantity: { value, system: UCUM, code: 'mm[Hg]' },
    })),
  },
};

for (const [name, fault] of Object.entries(FAULTS)) {
  test(`${name} is refused at its place`, async () => {
    const body = JSON.parse(JSON.stringify(temperature(name.replaceAll(' ', '-'), fault)));

    const refused = await refusal(create(body));

    assert.equal(refused.status, 422);
    assert.equal(refused.data.resourceType, 'OperationOutcome');
    for (const issue of refused.data.issue) {
      assert.equal(issue.severity, 'error');
      for (const expression of issue.expression) {
        assert.notDeepEqual(fhirpath.evaluate(body, expression, null, r4), [], `nothing is at ${expression}`);
      }
    }
  });
}

test('a fault in a Bundle is refused at its place in the Bundle', async () => {
  const body = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [temperature('good'), temperature('bad', FAULTS['a day without a time'])].map((resource) => ({
      request: { method: 'POST', url: 'Observation' },
      resource,
    })),
  };

  const refused = await refusal(client.transaction({ body }));

  assert.equal(refused.status, 422);
  const places = refused.data.issue.flatMap((issue) => issue.expression);
  assert.ok(places.some((place) => place.startsWith('Bundle.entry[1]')), places.join());
  places.forEach((place) => assert.notDeepEqual(fhirpath.evaluate(body, place, null, r4), [], place));
});

test('a token of nobody is refused', async () => {
  const stranger = new Client({ baseUrl, bearerToken: 'nobody' });

  const refused = await refusal(stranger.read({ resourceType: 'Patient', id: patient }));

  assert.equal(refused.status, 401);
  assert.equal(refused.data.issue[0].code, 'login');
});
