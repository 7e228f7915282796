import FactModel
import Languages
import Lexicon

/// Turns the drafts of an article into facts with provenance, and lists what was left out.
struct FactPress {
  let page: Page
  let text: PageText
  let scan: Scan
  let article: ArticleText
  let details: Loader.Details

  func add(_ drafts: [Draft], to result: inout LoadResult) {
    // The figures of a sentence follow each other, and share its text.
    var sentence = ""
    var last = -1
    for index in drafts.indices {
      if details.contains(.sentences), drafts[index].sentence != last {
        last = drafts[index].sentence
        sentence = printedText(article.sentences[last].range)
      }
      result.facts.append(fact(index, drafts, sentence: sentence))
      if FactPress.isDoubtful(index, drafts) {
        addDoubts(drafts[index], result.facts[result.facts.count - 1], to: &result.doubts)
      }
    }
    guard details.contains(.exclusions) else { return }
    addExclusions(to: &result.exclusions)
    for index in drafts.indices {
      addContinuations(
        of: drafts[index].figure.range, after: drafts[index].figure.numeral, to: &result.exclusions)
    }
  }

  /// The fact of a draft, which is not copied for it: drafts are large.
  private func fact(_ index: Int, _ drafts: [Draft], sentence: String) -> Fact {
    Fact(
      provenance: provenance(drafts[index].figure.range, drafts[index].figure.numeral, sentence),
      kind: drafts[index].figure.kind, quantity: drafts[index].figure.quantity,
      label: drafts[index].label.text, place: drafts[index].place.division,
      program: scan.lexicon.programs[drafts[index].program.index].id,
      period: drafts[index].period, status: drafts[index].status,
      partOf: drafts[index].partOf.map {
        raw(drafts[$0].figure.range, drafts[$0].figure.numeral).text
      },
      isOptional: drafts[index].isOptional, confidence: Confidence.of(index, drafts))
  }

  private func provenance(_ range: Range<Int>, _ numeral: Range<Int>, _ sentence: String)
    -> Provenance
  {
    let (printed, start, line) = raw(range, numeral)
    let position = text.position(of: start, line: line)
    return Provenance(
      document: page.document, line: position.line, column: position.column, raw: printed,
      article: article.index + 1, headline: scan.flow.articles[article.index].headline,
      sentence: sentence, month: page.month)
  }

  /// The expression as printed on the line of its numeral; what stands on other lines is left off.
  private func raw(_ range: Range<Int>, _ numeral: Range<Int>)
    -> (text: String, start: Int, line: Int)
  {
    scan.flow.origin.withUnsafeBufferPointer { origin in
      precondition(range.lowerBound >= 0 && range.upperBound <= origin.count)
      let index = text.lineIndex(of: origin[numeral.lowerBound])
      let line = text.line(index)
      var first = range.lowerBound
      while first < numeral.lowerBound, !line.contains(origin[first]) { first += 1 }
      var last = range.upperBound - 1
      while last > first, !line.contains(origin[last]) { last -= 1 }
      return (text.printed(origin[first]..<origin[last] + 1), origin[first], index)
    }
  }

  private func printedText(_ range: Range<Int>) -> String {
    let origin = scan.flow.origin
    if range.isEmpty { return "" }
    // Most sentences stand on the page as they are read.
    let (first, last) = (origin[range.lowerBound], origin[range.upperBound - 1])
    if last - first == range.count - 1, !text.holdsLineEnd(first, range.count) {
      return text.printed(first..<last + 1)
    }
    var bytes: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      // A run of signs that stand side by side on the page, too.
      var end = place + 1
      if scan.units[place] != Sign.newline {
        while end < range.upperBound, scan.units[end] != Sign.newline,
          origin[end] == origin[end - 1] + 1
        { end += 1 }
        text.append(origin[place]..<origin[end - 1] + 1, to: &bytes)
      }
      place = end
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The figures and exclusions of a line, each with its sentence and its evidence, in the order of the text.
  func explanations(of drafts: [Draft], line: Int) -> [Explanation] {
    let reader = EvidenceReader(
      article: article,
      periods: PeriodResolver(article: article, page: PageDate(date: page.date)))
    let facts = drafts.indices.compactMap { index -> (Int, Explanation)? in
      let draft = drafts[index]
      let sentence = printedText(article.sentences[draft.sentence].range)
      let fact = fact(index, drafts, sentence: sentence)
      guard fact.provenance.line == line else { return nil }
      return (
        draft.figure.range.lowerBound,
        Explanation(
          sentence: marked(draft.figure.range, draft.sentence), raw: fact.provenance.raw,
          fact: fact,
          rule: draft.figure.rule.rawValue, evidence: reader.evidence(of: draft, fact: fact))
      )
    }
    let excluded = article.sentences.enumerated().flatMap { index, sentence in
      sentence.mentions.compactMap { mention -> (Int, Explanation)? in
        guard case .excluded(let range, let reason, let rule) = mention,
          text.position(of: scan.flow.origin[range.lowerBound]).line == line
        else { return nil }
        return (
          range.lowerBound,
          Explanation(
            sentence: marked(range, index), raw: raw(range, range).text, fact: nil,
            rule: rule.rawValue,
            evidence: [
              (
                "reason",
                Wording(en: reason.rawValue, zh: "\(reason.rawValue)（\(reason.title)）")
              )
            ])
        )
      }
    }
    return (facts + excluded).sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func marked(_ range: Range<Int>, _ sentence: Int) -> String {
    let whole = article.sentences[sentence].range
    return printedText(whole.lowerBound..<range.lowerBound) + "【" + printedText(range) + "】"
      + printedText(range.upperBound..<max(range.upperBound, whole.upperBound))
  }

  private func addExclusions(to exclusions: inout [Exclusion]) {
    for sentence in article.sentences {
      for case .excluded(let range, let reason, _) in sentence.mentions {
        exclusions.append(exclusion(range, reason))
        addContinuations(of: range, after: range, to: &exclusions)
      }
    }
  }

  private func exclusion(_ range: Range<Int>, _ reason: Exclusion.Reason) -> Exclusion {
    let (printed, start, line) = raw(range, range)
    let position = text.position(of: start, line: line)
    return Exclusion(
      document: page.document, line: position.line, column: position.column, raw: printed,
      reason: reason, month: page.month)
  }

  /// Adds what line ends cut off an expression: its numeral signs on other lines than its numeral, also those of a unit
  /// (30个|百分点), are listed on theirs.
  private func addContinuations(
    of range: Range<Int>, after numeral: Range<Int>, to exclusions: inout [Exclusion]
  ) {
    // Nearly every expression stands on one line, and side by side with itself.
    let (first, end) = (scan.flow.origin[range.lowerBound], range.upperBound - 1)
    if end < range.lowerBound { return }
    if scan.flow.origin[end] - first == end - range.lowerBound,
      !text.holdsLineEnd(first, range.count)
    {
      return
    }
    func line(_ place: Int) -> Int { text.lineIndex(of: scan.flow.origin[place]) }
    let own = line(numeral.lowerBound)
    var last = -1
    for place in range where line(place) != last {
      last = line(place)
      let rest = (place..<range.upperBound).prefix { line($0) == last }
      if last != own, rest.contains(where: { scan.isNumeral(scan.units[$0]) }) {
        exclusions.append(exclusion(place..<range.upperBound, .continued))
      }
    }
  }

  /// In hundredths of log-odds: the rival is at least half as likely.
  private static let closeRace = 70

  /// Whether something of a draft is doubtful, as `addDoubts` tells it; most are not, and are not copied for it.
  private static func isDoubtful(_ index: Int, _ drafts: [Draft]) -> Bool {
    switch drafts[index].place.evidence {
    case .none, .newspaper, .page: return true
    case .sentence where drafts[index].place.rival != nil: return true
    case .sentence, .paragraph, .article: break
    }
    return drafts[index].place.isGuess && drafts[index].place.rival != nil
      || drafts[index].figure.hasUnknownMeasure || isDoubtful(drafts[index].program)
  }

  private static func isDoubtful(_ program: ResolvedProgram) -> Bool {
    program.score == 0 || program.rival.map { program.score - $0.score <= closeRace } ?? false
  }

  private func addDoubts(_ draft: Draft, _ fact: Fact, to doubts: inout [Doubt]) {
    func add(_ cause: Doubt.Cause, _ chosen: String, _ other: String, _ message: Wording) {
      let source = fact.provenance
      doubts.append(
        Doubt(
          cause: cause, document: source.document, line: source.line, column: source.column,
          raw: source.raw, chosen: chosen, other: other, message: message, month: source.month))
    }
    if draft.place.evidence == .none {
      add(.place, fact.place.name, "", Wording(en: "the article names no place", zh: "文中没有写明地点"))
    }
    if draft.place.evidence == .page {
      add(
        .place, fact.place.name, "",
        Wording(
          en: "the article names no place; that of all others of the page is taken",
          zh: "文中没有写明地点，取本页其他文章共同的地点"))
    }
    if draft.place.evidence == .newspaper {
      add(
        .place, fact.place.name, "",
        Wording(en: "the article names no place; the newspaper's is taken", zh: "文中没有写明地点，取报纸所在地"))
    }
    if let rival = draft.place.rival, draft.place.isGuess {
      add(
        .place, fact.place.name, "\(rival.name)（\(rival.province)）",
        Wording(
          en: "several places bear this name; the best known is taken", zh: "有几个地方同名，取最知名的一个"))
    } else if let rival = draft.place.rival, draft.place.evidence == .sentence {
      add(
        .place, fact.place.name, rival.name,
        Wording(en: "two places are about equally near", zh: "两个地点的依据相近"))
    }
    if draft.figure.hasUnknownMeasure {
      add(
        .unit, fact.quantity.unit.name, "",
        Wording(en: "the measure word is in no table", zh: "量词不在词表里"))
    }
    if draft.program.score == 0 {
      add(
        .program, fact.program, "", Wording(en: "no word tells the programme", zh: "没有词语说明属于哪个项目"))
    } else if let rival = draft.program.rival, FactPress.isDoubtful(draft.program) {
      add(
        .program, fact.program, scan.lexicon.programs[rival.index].id,
        Wording(en: "two programmes are about equally well supported", zh: "两个项目的依据相近"))
    }
  }
}

/// How sure a reading is, from the evidence that it rests on.
///
/// The number is a share in percent: of the facts with the same sort of evidence, about so many are right in every
/// column. It stands between the share on the annotated corpora, on which the rules were tuned, and the lower one on the
/// last corpus that was scored unseen.
enum Confidence {
  /// The share of right facts by the points of their evidence, the strongest first.
  private static let shares: [(least: Int, share: Int)] = [
    (97, 88), (95, 85), (89, 81), (85, 78), (81, 75), (76, 66), (71, 55), (61, 50),
  ]
  private static let lowest = 45
  /// A rival that is as good takes so many points; each so many hundredths of log-odds of a lead give one back.
  private static let mostOfRace = 25
  private static let perPoint = 16

  static func of(_ index: Int, _ drafts: [Draft]) -> Int {
    let points = points(
      drafts[index].place.evidence, isGuess: drafts[index].place.isGuess, drafts[index].program,
      hasLabel: !drafts[index].label.text.isEmpty, hasUnit: drafts[index].figure.hasUnit)
    return shares.first { points >= $0.least }?.share ?? lowest
  }

  private static func points(
    _ evidence: ResolvedPlace.Evidence, isGuess: Bool, _ program: ResolvedProgram, hasLabel: Bool,
    hasUnit: Bool
  ) -> Int {
    var points = 98
    switch evidence {
    case .sentence: break
    case .paragraph: points -= 1
    case .article: points -= 3
    case .newspaper, .page: points -= 25
    case .none: points -= 35
    }
    if isGuess { points -= 25 }
    if program.score == 0 {
      points -= 30
    } else if let rival = program.rival {
      points -= max(0, mostOfRace - (program.score - rival.score) / perPoint)
    }
    if !hasLabel { points -= 5 }
    if !hasUnit { points -= 8 }
    return points
  }
}
