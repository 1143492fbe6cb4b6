/**
 * CycloneDX 1.6, an ML-BOM in JSON: each model a component with its licences, lineage, duties and the places that name it. Made
 * with the CycloneDX project's own library; what that has no words for (pedigree, occurrences, model card) is added to what it
 * wrote. See https://cyclonedx.org/docs/1.6/json/.
 */
import { Enums, Models, Serialize, SPDX, Spec } from '@cyclonedx/cyclonedx-library';
import { jsonText, visible } from '../escape.ts';
import type { InventoryLicense, InventoryModel } from './inventory.ts';
import type { Reporter } from './reporter.ts';

/** In front of the names of our own properties. */
const OWN = 'modelterms';
const SCHEMA = 'http://cyclonedx.org/schema/bom-1.6.schema.json';

export const cyclonedx: Reporter = ({ inventory, project, report }) => {
  const models = inventory.models();

  const bom = new Models.Bom();
  const { name, version } = report.tool;
  bom.metadata.tools.components.add(
    new Models.Component(Enums.ComponentType.Application, name, {
      version,
      properties: properties([['database', report.tool.database]]),
    }),
  );
  const root = new Models.Component(Enums.ComponentType.Application, visible(project), { bomRef: `${OWN}:project` });
  bom.metadata.component = root;
  for (const model of models) {
    const component = componentOf(model);
    bom.components.add(component);
    root.dependencies.add(component.bomRef);
  }

  const written = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6).makeForBom().normalize(bom, { sortLists: true });
  const byRef = new Map(models.map((model) => [refOf(model), model]));
  const components = (written.components ?? []).map((component) => {
    const model = byRef.get(component['bom-ref'] ?? '');
    return model ? { ...component, ...unsaid(model) } : component;
  });
  return `${jsonText({ ...written, $schema: SCHEMA, components })}\n`;
};

const refOf = ({ id, kind }: InventoryModel): string => `${kind}:${id}`;

function componentOf(model: InventoryModel): Models.Component {
  const { accepted, duties, evidence, findings, kind, licenses, openness, publisher } = model;
  const { name, ...names } = namesOf(model.id, kind);
  const component = new Models.Component(Enums.ComponentType.MachineLearningModel, name, {
    bomRef: refOf(model),
    ...names,
    ...(publisher === undefined ? {} : { publisher: visible(publisher) }),
    properties: properties([
      ['kind', kind],
      ['openness', openness],
      ...(evidence.kind === 'none'
        ? []
        : [['evidence', `${evidence.kind}: ${evidence.source} (${evidence.checked})`] as const]),
      ...licenses.map(
        ({ from, license, via }) => ['license', [license.id, via, from].filter(Boolean).join(' ')] as const,
      ),
      ...duties
        .filter(({ verdict }) => verdict !== 'does-not-apply')
        .map(({ place, rule, text, verdict }) => [`duty:${rule}`, `${text} [${place}; ${verdict}]`] as const),
      ...findings.map(({ message, rule, severity }) => [`finding:${rule}`, `${severity}: ${message}`] as const),
      ...accepted.map(({ by, reason, rules }) => ['accepted', `${rules.join(', ')} (${by}): ${reason}`] as const),
    ]),
  });
  for (const one of licenses) component.licenses.add(licenseOf(one));
  for (const [type, url, comment] of addressesOf(model)) {
    component.externalReferences.add(new Models.ExternalReference(url, Enums.ExternalReferenceType[type], { comment }));
  }
  return component;
}

/** Hugging Face's names have a package URL of their own; the others' are names and no more. */
function namesOf(id: string, kind: string): { name: string; group?: string; purl?: string } {
  const slash = kind === 'huggingface' ? id.indexOf('/') : -1;
  if (slash <= 0) return { name: visible(id) };
  return {
    group: visible(id.slice(0, slash)),
    name: visible(id.slice(slash + 1)),
    purl: `pkg:huggingface/${id.split('/').map(encodeURIComponent).join('/')}`,
  };
}

/**
 * An SPDX id where SPDX has one; otherwise the licence by its name, never a made-up id. The model's own licence is what was declared for
 * it; what comes from its base or another source is our conclusion.
 */
function licenseOf({ license: { documents, name, spdx }, via }: InventoryLicense) {
  const { Concluded, Declared } = Enums.LicenseAcknowledgement;
  const options = { url: documents.license?.url, acknowledgement: via === 'own' ? Declared : Concluded };
  return spdx !== undefined && SPDX.isSupportedSpdxId(spdx)
    ? new Models.SpdxLicense(spdx, options)
    : new Models.NamedLicense(name, options);
}

/** Where to read on: the model's page, and every document of its licences. */
function addressesOf({ licenses, page }: InventoryModel) {
  const all: (readonly ['ModelCard' | 'License' | 'Other', url: string, comment: string])[] = [];
  if (page !== undefined) {
    all.push([
      'ModelCard',
      `https://huggingface.co/${page.split('/').map(encodeURIComponent).join('/')}`,
      'model page',
    ]);
  }
  for (const { license } of licenses) {
    for (const [part, { title, url }] of Object.entries(license.documents)) {
      if (url !== undefined) all.push([part === 'license' ? 'License' : 'Other', url, visible(title)]);
    }
  }
  return all;
}

/** What the library has no words for. */
function unsaid({ lineage, places, task }: InventoryModel): object {
  return {
    ...(lineage.length > 1 ? { pedigree: { ancestors: lineage.slice(1).map(ancestorOf) } } : {}),
    ...(task === undefined ? {} : { modelCard: { modelParameters: { task } } }),
    evidence: {
      occurrences: places.map(({ file, range, text }) => ({
        location: visible(file),
        line: range.start.line + 1,
        offset: range.start.character,
        symbol: visible(text),
      })),
    },
  };
}

const ancestorOf = ({ id, name, relation }: InventoryModel['lineage'][number]) => ({
  type: 'machine-learning-model',
  // a base by name is Hugging Face's; of some only the family is known
  ...(id === null ? { name: visible(name ?? '') } : namesOf(id, 'huggingface')),
  properties: [{ name: `${OWN}:relation`, value: visible(relation) }],
});

function properties(all: readonly (readonly [name: string, value: string])[]) {
  return new Models.PropertyRepository(
    all.map(([name, value]) => new Models.Property(`${OWN}:${name}`, visible(value))),
  );
}
