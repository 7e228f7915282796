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

/// Settles what a figure is about by the cues around it: the nearer a cue stands, the more it weighs.
struct ProgramResolver {
  private let article: ArticleText
  private let programCount: Int
  private let other: Int
  /// Scores of each sentence, of the headline and of the whole article.
  private let sentenceScores: [[Int]]
  private let headlineScores: [Int]
  private let articleScores: [Int]
  private var scan: Scan { article.scan }

  /// How much a cue's own weight counts, by where it stands. Found by search over the annotated corpora; the order
  /// matters more than the numbers.
  private enum Weight {
    static let label = 60
    /// A noun of people says who, not what for.
    static let people = 56
    static let clause = 32
    static let neighbour = 10
    static let sentence = 24
    static let before = 28
    static let headline = 28
    static let article = 4
    /// Weaker evidence than this is none.
    static let least = 10
  }

  /// The most that the cues of one stretch can weigh together.
  private enum Most {
    static let label = 20
    static let clause = 6
    static let sentence = 7
    static let headline = 5
    static let article = 25
  }

  init(article: ArticleText) {
    self.article = article
    let programs = article.scan.lexicon.programs
    programCount = programs.count
    other = programs.firstIndex { $0.id == "other" } ?? programs.count - 1
    let count = programs.count
    var scores: [[Int]] = []
    var headline = [Int](repeating: 0, count: count)
    var whole = [Int](repeating: 0, count: count)
    for sentence in article.sentences {
      let own = ProgramResolver.scores(in: sentence.range, article.scan, count)
      scores.append(own)
      let isHeadline = article.role(of: sentence) == .headline
      for program in 0..<count {
        if isHeadline { headline[program] = min(headline[program] + own[program], Most.headline) }
        whole[program] += min(own[program], 10)
      }
    }
    sentenceScores = scores
    headlineScores = headline
    articleScores = whole
  }

  /// The weights of the cues in a range; a word counts once.
  private static func scores(in range: Range<Int>, _ scan: Scan, _ count: Int) -> [Int] {
    var scores = [Int](repeating: 0, count: count)
    if range.isEmpty { return scores }
    for token in scan.tokens(.noun, in: range) where token.range.upperBound <= range.upperBound {
      if case .noun(let noun) = token.entry, let program = noun.program {
        scores[program] += noun.weight
      }
    }
    for token in scan.tokens(.cue, in: range) where token.range.upperBound <= range.upperBound {
      if case .cue(let program, let weight) = token.entry { scores[program] += weight }
    }
    return scores
  }

  /// The programme of a figure with its label.
  func program(of figure: Figure, label: Label, sentence index: Int) -> ResolvedProgram {
    let sentence = article.sentences[index]
    var total = [Int](repeating: 0, count: programCount)
    func add(_ scores: [Int], _ weight: Int, most: Int) {
      for program in 0..<programCount { total[program] += min(scores[program], most) * weight }
    }
    if !label.range.isEmpty {
      let weight = namesPeople(label) ? Weight.people : Weight.label
      add(ProgramResolver.scores(in: label.range, scan, programCount), weight, most: Most.label)
    }
    let clause = article.clause(around: figure.numeral.lowerBound, in: sentence.range)
    add(
      ProgramResolver.scores(in: clause, scan, programCount), Weight.clause, most: Most.clause)
    for side in [clause.lowerBound - 2, clause.upperBound + 1]
    where sentence.range.contains(side) {
      let beside = article.clause(around: side, in: sentence.range)
      add(
        ProgramResolver.scores(in: beside, scan, programCount), Weight.neighbour, most: Most.clause)
    }
    add(sentenceScores[index], Weight.sentence, most: Most.sentence)
    if index > 0, article.sentences[index - 1].paragraph == sentence.paragraph {
      add(sentenceScores[index - 1], Weight.before, most: Most.sentence)
    }
    add(headlineScores, Weight.headline, most: Most.headline)
    add(articleScores, Weight.article, most: Most.article)
    return best(total)
  }

  /// The programme that the cues of a short text speak for, `other` where none does.
  static func likeliest(in range: Range<Int>, _ scan: Scan) -> Int {
    let programs = scan.lexicon.programs
    let scores = scores(in: range, scan, programs.count)
    let other = programs.firstIndex { $0.id == "other" } ?? programs.count - 1
    guard let most = scores.max(), most > 0 else { return other }
    return scores.firstIndex(of: most) ?? other
  }

  private func namesPeople(_ label: Label) -> Bool {
    guard let last = scan.tokens(.noun, in: label.range).last, case .noun(let noun) = last.entry
    else { return false }
    return noun.kind == .person
  }

  private func best(_ total: [Int]) -> ResolvedProgram {
    var first = other
    var second: Int?
    if (total.max() ?? 0) < Weight.least {
      return ResolvedProgram(index: other, score: 0, rival: nil)
    }
    for program in 0..<programCount where total[program] > 0 && program != first {
      if total[program] > total[first] {
        second = first
        first = program
      } else if total[program] > (second.map { total[$0] } ?? 0) {
        second = program
      }
    }
    return ResolvedProgram(
      index: first, score: total[first], rival: second.map { ($0, total[$0]) })
  }
}
