// Reads with fhir-kit-client, as a viewer of a ward does.
// Arguments: the address of the service for FHIR, a token, a patient of whom seven temperatures are known.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'fhir-kit-client';

const [baseUrl, token, patient] = process.argv.slice(2);
const client = new Client({ baseUrl, bearerToken: token });

test('a search goes from page to page', async () => {
  const found = [];
  let pages = 0;
  let page = await client.resourceSearch({
    resourceType: 'Observation',
    searchParams: { patient, category: 'vital-signs', _count: '2' },
  });
  while (page) {
    pages += 1;
    found.push(...(page.entry ?? []).map((entry) => entry.resource));
    page = await client.nextPage({ bundle: page });
  }

  assert.equal(new Set(found.map(({ id }) => id)).size, 7);
  assert.equal(found.length, 7);
  assert.ok(pages >= 4);
  found.forEach((observation) => assert.equal(observation.subject.reference, `Patient/${patient}`));
});

test('a search by a form says the same', async () => {
  const page = await client.resourceSearch({
    resourceType: 'Observation',
    searchParams: { patient, category: 'vital-signs' },
    options: { postSearch: true },
  });

  assert.equal(page.entry.length, 7);
});

test('the patient and everything about the patient are read', async () => {
  const read = await client.read({ resourceType: 'Patient', id: patient });

  assert.equal(read.id, patient);
  const refused = await client
    .operation({ resourceType: 'Patient', id: patient, name: '$everything', method: 'GET' })
    .catch((error) => error.response);
  assert.equal(refused.status, 403, 'only a physician may');
});

test('an unknown parameter and an unknown id are errors', async () => {
  const searchParams = { patient, colour: 'red' };
  for (const [request, status, code] of [
    [() => client.resourceSearch({ resourceType: 'Observation', searchParams }), 400, 'invalid'],
    [() => client.read({ resourceType: 'Observation', id: 'none' }), 404, 'not-found'],
  ]) {
    const refused = await request().catch((error) => error.response);

    assert.equal(refused.status, status);
    assert.equal(refused.data.resourceType, 'OperationOutcome');
    assert.equal(refused.data.issue[0].code, code);
  }
});
