import { type Block, onceABlockWith, toSource } from '../markdown/blocks.js';
import type { Facts } from '../report/facts.js';
import { isCitation, isQuoted, type Report } from '../report/report.js';
import type { BlockDetection, BlockRule, Detection, DocumentRule, Placed, Rule } from '../rules/rule.js';
import { type Surroundings, surroundingsOf } from '../sentences/surroundings.js';

/** What a rule sees in a report, at its places there, in the order in which the rule says it. */
export function* detectionsOf(rule: Rule, report: Report): Iterable<Detection> {
  if ('check' in rule) yield* rule.check(report);
  else if ('fold' in rule) yield* foldedBy(rule, report);
  else {
    const inBlock =
      'checkBlock' in rule
        ? (block: Block) => seenInBlocks(block, report.facts)(rule)
        : (block: Block, index: number) => rule.checkAround(block, surroundingsOf(report, index), report.facts);
    for (const [index, block] of report.prose.blocks.entries()) {
      if (block.quoted || isCitation(report, index)) continue;
      for (const detection of inBlock(block, index)) if (!isQuoted(block, detection.at)) yield placed(detection, block);
    }
  }
}

/** What each rule has seen in a block by the block alone. */
const seenInBlocks = onceABlockWith((block, facts: Facts) => {
  const seen = new Map<BlockRule, readonly BlockDetection[]>();
  return (rule: BlockRule): readonly BlockDetection[] => {
    let detections = seen.get(rule);
    if (detections === undefined) {
      detections = [...rule.checkBlock(block, facts)];
      seen.set(rule, detections);
    }
    return detections;
  };
});

function* foldedBy(rule: DocumentRule, report: Report): Iterable<Detection> {
  const { blocks } = report.prose;
  const facts = function* (): Iterable<Placed<unknown>> {
    for (const [index, block] of blocks.entries()) {
      const surroundings: Surroundings = surroundingsOf(report, index);
      for (const fact of rule.factsOf(block, surroundings, report.facts)) yield { fact, block: index };
    }
  };
  for (const { fact, block } of rule.fold(facts())) yield placed(fact, blocks[block] as Block);
}

function placed({ at, ...detection }: BlockDetection, block: Block): Detection {
  return { ...detection, span: toSource(block, at) };
}
