import FactModel
import Lexicon

/// The programme of a figure, with how clear the choice was.
struct ResolvedProgram {
  /// The index in the vocabulary.
  var index: Int
  /// The best score, and the next one's.
  var score: Int
  var rival: (index: Int, score: Int)?
}

/// Settles what a figure is about by the cues around it: every stretch of text near the figure, and the article as a
/// whole, speaks for programmes; the programme with the most support stands.
///
/// Support adds up as log-odds do: in hundredths of a unit in which a lead of one makes a programme about three times as
/// likely as the next.
struct ProgramResolver {
  private let article: ArticleText
  private let programCount: Int
  private let other: Int
  private let occasions: [Int]
  /// Where an article tells of the 安康杯 or of a game: which programme's weak words mean which other one there.
  private let cup: (meant: Int, said: Int)?
  /// The cues of all sentences, and for each sentence where they stand and what stands around it.
  private let cues: CueList
  /// Room for the cues of a label.
  private let labelCues = CueList(capacity: usualCues)
  private let rows: [Rows]
  /// Rows of cues' weights: of the article, of headlines, and of what was asked about last.
  private let scores: ScoreTable
  /// The sentences of the paragraph that was asked about last, and the last sentence that was: figures ask about the same
  /// ones again and again.
  private var paragraph = 0..<0
  private var lastSentence = -1
  /// The first sentence of the body.
  private let lead: Int?
  var scan: Scan { article.scan }

  /// How far a stretch of text is believed.
  struct Trust {
    /// For each point of a cue's own weight, up to so many points.
    var point: Int
    var most = 7
    /// For a stretch that holds at least one clear cue.
    var clear = 0

    var halved: Trust { Trust(point: point / 2, most: most, clear: clear / 2) }
  }

  /// A cue of this weight leaves no doubt what its own stretch is about.
  static let clearCue = 4

  /// Fitted to the annotated corpora (a conditional logistic model over the programmes); the order matters more than
  /// the numbers.
  private enum Near {
    /// The figure's clause, before and behind it.
    static let before = Trust(point: 59, clear: 56)
    static let behind = Trust(point: 49, clear: 96)
    /// What is counted is itself of a programme: 职工书屋, 实训基地.
    static let label = 144
    /// A clause names people of a programme and no deed.
    static let alone = 300
    /// Sites that bear a programme's name are hardly of another one.
    static let site = 360
    /// The clauses before that one, the nearest first, and the one that follows.
    static func earlier(_ distance: Int) -> Trust {
      switch distance {
      case 0: Trust(point: 50, clear: 27)
      case 1: Trust(point: 25, clear: 10)
      default: Trust(point: 25, clear: 24)
      }
    }
    static let next = Trust(point: 25)
    /// What money is for follows it: 投入294.13万元,为一线职工体检.
    static let purpose = Trust(point: 59, clear: 12)
    /// The sentence before in the paragraph, or the last of the paragraph before.
    static let sentenceBefore = Trust(point: 1, clear: 45)
    static let lastOfParagraph = Trust(point: 14)
  }

  enum Far {
    static let paragraph = Trust(point: 3, most: 25, clear: 77)
    static let headline = Trust(point: 21, most: 6, clear: 58)
    static let lead = Trust(point: 4, clear: 28)
    static let article = Trust(point: 7, most: 25, clear: 225)
    /// What a figure is about where little else is said.
    static let other = 60
  }

  /// A sentence has so many cues, mostly.
  private static let usualCues = 4

  init(article: ArticleText) {
    self.article = article
    let scan = article.scan
    let known = scan.lexicon.knownPrograms
    programCount = scan.lexicon.programs.count
    (other, occasions) = (known.other, known.occasions)
    let cues = CueList(capacity: article.sentences.count * ProgramResolver.usualCues)
    var rows: [Rows] = []
    rows.reserveCapacity(article.sentences.count)
    var (nouns, words) = (TokenCursor(.noun, of: scan), TokenCursor(.cue, of: scan))
    for index in article.sentences.indices {
      let first = cues.count
      ProgramResolver.addCues(
        in: article.sentences[index].range, &nouns, &words, scan, to: cues)
      rows.append(Rows(cues: first..<cues.count))
    }
    cup = ProgramResolver.cup(cues, rows.lazy.map(\.cues), named: cues.cupName, scan)
    if let cup { cues.replace(cup.said, by: cup.meant) }
    scores = ProgramResolver.scores(of: cues, &rows, article, programCount)
    lead = article.sentences.indices.first { article.role(at: $0) == .body }
    (self.cues, self.rows) = (cues, rows)
  }

  /// The programme of a figure with a label.
  mutating func program(
    of figure: Figure, sentence index: Int, label: Range<Int>
  ) -> ResolvedProgram {
    addFar(index)
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: programCount * 2) { memory in
      guard let base = memory.baseAddress else { preconditionFailure("there are programmes") }
      base.initialize(from: scores.row(Row.far), count: programCount)
      let support = Support(programs: programCount, total: base, near: base + programCount)
      support.near.initialize(repeating: 0, count: programCount)
      addNear(figure, index, label, to: support)
      return best(support.total)
    }
  }

  /// What speaks for each programme, and room for one stretch of text; longer than nobody keeps it.
  private struct Support {
    let programs: Int
    let total: UnsafeMutablePointer<Int>
    let near: UnsafeMutablePointer<Int>

    @inline(__always)
    func add(_ scores: UnsafePointer<Int>, _ trust: Trust) {
      // No branch for the programmes of which nothing is said, as which they are comes as a surprise: they get nothing.
      for program in 0..<programs { add(scores[program], program, trust) }
    }

    @inline(__always)
    private func add(_ score: Int, _ program: Int, _ trust: Trust) {
      let clear = score >= ProgramResolver.clearCue ? trust.clear : 0
      total[program] &+= min(score, trust.most) &* trust.point &+ clear
    }

    /// Adds what the cues of a stretch say.
    ///
    /// - Parameter mostOfWho: how much a word counts at most that tells who is helped or who helps.
    @inline(__always)
    func add(_ range: Range<Int>, _ cues: Cues, _ trust: Trust, mostOfWho: Int) {
      if mostOfWho == .max { return add(range, cues, trust) }
      for cue in cues where cue.stands(in: range) {
        if cue.isWho, mostOfWho < cue.weight {
          near[cue.program] = max(near[cue.program], mostOfWho)
        } else {
          near[cue.program] += cue.weight
        }
      }
      for cue in cues where cue.stands(in: range) { take(cue.program, trust) }
    }

    /// The same where who is helped counts as much as anything: told without a branch, for which cues stand in a stretch
    /// comes as a surprise.
    @inline(__always)
    func add(_ range: Range<Int>, _ cues: Cues, _ trust: Trust) {
      var all = 0
      for cue in cues {
        let weight = cue.weight(in: range)
        near[cue.program] &+= weight
        all |= weight
      }
      if all == 0 { return }
      for cue in cues { take(cue.program, trust) }
    }

    /// Adds what all cues of a sentence say.
    func add(_ cues: Cues, _ trust: Trust) {
      for cue in cues { near[cue.program] += cue.weight }
      for cue in cues { take(cue.program, trust) }
    }

    /// Adds what a stretch says of the programme of one of its cues: at the first of them, and nothing at the next ones.
    @inline(__always)
    private func take(_ program: Int, _ trust: Trust) {
      if near[program] > 0 { add(near[program], program, trust) }
      near[program] = 0
    }
  }

  /// The stretches of a figure's sentence, each as far as it is believed, and its label.
  private func addNear(
    _ figure: Figure, _ index: Int, _ label: Range<Int>, to support: Support
  ) {
    let scan = scan
    let cues = own(index)
    let sentence = article.sentences[index].range
    let clause = article.clause(around: figure.numeral.lowerBound, in: sentence)
    let part = told(of: figure, index, in: clause)
    let isDeed = tellsDeed(part, in: clause, cues, support)
    let most = isDeed ? ProgramResolver.mostBesideDeed : .max
    withOwnCues(of: cues, part, in: clause) { own in
      support.add(
        clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound), own, Near.before,
        mostOfWho: most)
      support.add(
        min(clause.upperBound, figure.range.upperBound)..<clause.upperBound, own, Near.behind,
        mostOfWho: most)
    }
    // 为929名骑手办理保险: tells all of it, whatever the clause before told.
    let isWhole = isDeed && ProgramResolver.receivers.contains(scan.unit(clause.lowerBound))
    // A semicolon parts what is told: the clauses beyond it speak for something else.
    var place = clause.lowerBound - 1
    for distance in 0..<3
    where sentence.contains(place - 1) && scan.unit(place) != Sign.semicolon {
      let earlier = article.clause(around: place - 1, in: sentence)
      let trust = Near.earlier(distance)
      support.add(earlier, cues, isWhole ? trust.halved : trust)
      place = earlier.lowerBound - 1
    }
    if sentence.contains(clause.upperBound + 1), scan.unit(clause.upperBound) != Sign.semicolon {
      let next = article.clause(around: clause.upperBound + 1, in: sentence)
      support.add(next, cues, figure.kind == .funds ? Near.purpose : Near.next)
    }
    addLabel(label, of: figure, besideDeed: isDeed, to: support)
    if figure.kind == .participants,
      let stretch = wholeOfCount(figure, label, in: clause),
      let program = onlyProgram(of: cues, in: stretch)
    {
      support.total[program] += Near.alone
    }
  }

  private func addLabel(
    _ label: Range<Int>, of figure: Figure, besideDeed isDeed: Bool, to support: Support
  ) {
    if label.isEmpty { return }
    var isFound = false
    labelCues.removeAll()
    var (nouns, words) = (TokenCursor(.noun, of: scan), TokenCursor(.cue, of: scan))
    ProgramResolver.addCues(in: label, &nouns, &words, scan, to: labelCues)
    for cue in labelCues.all {
      if cue.isWho, isDeed || figure.kind == .funds { continue }
      support.near[ProgramResolver.meant(cue, cup).program] += cue.weight
      isFound = true
    }
    if !isFound { return }
    for program in 0..<programCount where support.near[program] > 0 {
      support.total[program] += Near.label
      if figure.kind == .stations, support.near[program] > 1 {
        support.total[program] += Near.site
      }
    }
    support.near.update(repeating: 0, count: programCount)
  }

  /// What a noun of people counts at most where the clause tells what is done for them.
  private static let mostBesideDeed = 2

  /// The part of a clause that speaks of a figure alone: 选树工匠129名、|创新工作室471个.
  private func told(of figure: Figure, _ index: Int, in clause: Range<Int>) -> Range<Int> {
    let (start, end) = (figure.range.lowerBound, figure.range.upperBound)
    var part = clause
    let mentions = article.sentences[index].mentions
    for place in mentions.indices {
      guard let range = mentions[place].rangeOfFigure else { continue }
      let (first, last) = (range.lowerBound, range.upperBound)
      if last <= start, last > part.lowerBound { part = last..<part.upperBound }
      if first >= end, first < part.upperBound {
        // 160名劳动模范到北戴河、兴城等5家疗养院休养: behind a verb a mark parts no figures.
        if let mark = (end..<first).first(where: { scan.unit($0) == Sign.enumeration }),
          scan.tokens(.verb, in: end..<mark).isEmpty
        {
          part = part.lowerBound..<mark
        }
        break
      }
    }
    return part
  }

  /// 为300名困难女职工免费体检: whether a clause with people says clearly what is done for them, and not only on what
  /// occasion.
  private func tellsDeed(
    _ part: Range<Int>, in clause: Range<Int>, _ cues: Cues, _ support: Support
  ) -> Bool {
    guard cues.contains(where: { $0.isWho && $0.stands(in: clause) }) else { return false }
    for cue in cues where !cue.isWho && cue.stands(in: part) {
      support.near[cue.program] += cue.weight
    }
    var isClear = false
    for cue in cues where !cue.isWho && cue.stands(in: part) {
      isClear =
        isClear
        || support.near[cue.program] >= ProgramResolver.clearCue
          && !occasions.contains(cue.program)
      support.near[cue.program] = 0
    }
    return isClear
  }

  /// The cues of a sentence.
  private func own(_ index: Int) -> Cues { cues[rows[index].cues] }

  /// Adds up what the text around a sentence says, unless that was asked about last.
  private mutating func addFar(_ index: Int) {
    if index == lastSentence { return }
    lastSentence = index
    if !paragraph.contains(index) {
      paragraph = ProgramResolver.paragraph(of: index, article)
      scores.clear(Row.paragraph)
      for sentence in paragraph {
        scores.add(own(sentence), to: Row.paragraph, most: Far.article.most)
      }
    }
    scores.clear(Row.far)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: programCount) { near in
      near.initialize(repeating: 0)
      guard let base = near.baseAddress else { preconditionFailure("there are programmes") }
      addFar(
        index, to: Support(programs: programCount, total: scores.row(Row.far), near: base))
    }
  }

  private func addFar(_ index: Int, to support: Support) {
    support.total[other] = Far.other
    if index > 0 {
      if article.sentences[index - 1].paragraph == article.sentences[index].paragraph {
        support.add(own(index - 1), Near.sentenceBefore)
      } else if article.role(at: index - 1) == .body {
        support.add(own(index - 1), Near.lastOfParagraph)
      }
    }
    support.add(scores.row(Row.paragraph), Far.paragraph)
    if rows[index].heads != ScoreTable.none {
      support.add(scores.row(rows[index].heads), Far.headline)
    }
    if let lead { support.add(own(lead), Far.lead) }
    support.add(scores.row(Row.article), Far.article)
  }

  /// The best programme and the next; of equals the first in the vocabulary.
  private func best(_ total: UnsafePointer<Int>) -> ResolvedProgram {
    precondition(programCount > 1, "a vocabulary has several programmes")
    var (first, second) = total[1] > total[0] ? (1, 0) : (0, 1)
    for program in 2..<max(2, programCount) {
      if total[program] > total[first] {
        (first, second) = (program, first)
      } else if total[program] > total[second] {
        second = program
      }
    }
    if total[first] == Far.other, first == other {
      return ResolvedProgram(index: other, score: 0, rival: nil)
    }
    let rival = total[second] > 0 ? (index: second, score: total[second]) : nil
    return ResolvedProgram(index: first, score: total[first], rival: rival)
  }
}
