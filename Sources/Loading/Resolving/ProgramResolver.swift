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
  /// The cues' weights of each sentence, of each sentence's paragraph, of the headlines, the lead and the article.
  private let sentenceScores: ScoreTable
  private let paragraphScores: ScoreTable
  /// For each sentence, the cues of the article's headlines and of the last subhead above it.
  private let headlineScores: ScoreTable
  private let leadScores: [Int]
  private let articleScores: [Int]
  private var scan: Scan { article.scan }

  /// How far a stretch of text is believed.
  private struct Trust {
    /// For each point of a cue's own weight, up to so many points.
    var point: Int
    var most = 7
    /// For a stretch that holds at least one clear cue.
    var clear = 0
  }

  /// A cue of this weight leaves no doubt what its own stretch is about.
  private static let clearCue = 4

  /// Fitted to the annotated corpora (a conditional logistic model over the programmes); the order matters more than
  /// the numbers.
  private enum Near {
    /// The figure's clause, before and behind it.
    static let before = Trust(point: 59, clear: 56)
    static let behind = Trust(point: 49, clear: 96)
    /// What is counted is itself of a programme: 职工书屋, 实训基地.
    static let label = 144
    /// The clauses before that one, the nearest first, and the one that follows.
    static let earlier = [
      Trust(point: 50, clear: 27), Trust(point: 25, clear: 10), Trust(point: 25, clear: 24),
    ]
    static let next = Trust(point: 25)
    /// What money is for follows it: 投入294.13万元,为一线职工体检.
    static let purpose = Trust(point: 59, clear: 12)
    /// The sentence before in the paragraph, or the last of the paragraph before.
    static let sentenceBefore = Trust(point: 1, clear: 45)
    static let lastOfParagraph = Trust(point: 14)
  }

  private enum Far {
    static let paragraph = Trust(point: 3, most: 25, clear: 77)
    static let headline = Trust(point: 21, most: 6, clear: 58)
    static let lead = Trust(point: 4, clear: 28)
    static let article = Trust(point: 7, most: 25, clear: 225)
    /// What a figure is about where little else is said.
    static let other = 60
  }

  init(article: ArticleText) {
    self.article = article
    let programs = article.scan.lexicon.programs
    programCount = programs.count
    other = programs.firstIndex { $0.id == "other" } ?? programs.count - 1
    let none = [Int](repeating: 0, count: programs.count)
    var scores = ScoreTable(programs: programs.count)
    var paragraphs = ScoreTable(programs: programs.count)
    var headlines = ScoreTable(programs: programs.count)
    var headline = none
    var subhead = none
    var lead: [Int]?
    var whole = none
    for (index, sentence) in article.sentences.enumerated() {
      let own = ProgramResolver.scores(in: sentence.range, article.scan, programs.count)
      scores.append(own)
      switch article.role(of: sentence) {
      case .headline:
        // The lines above the lead are the headline; below it each subhead begins a section.
        if lead == nil {
          ProgramResolver.add(own, to: &headline, most: Far.headline.most)
        } else {
          subhead = own
        }
      case .body: lead = lead ?? own
      default: break
      }
      var heads = headline
      ProgramResolver.add(subhead, to: &heads, most: Far.headline.most)
      headlines.append(heads)
      let begins =
        index == 0 || article.sentences[index - 1].paragraph != sentence.paragraph
      var paragraph = begins ? none : Array(paragraphs[index - 1])
      ProgramResolver.add(own, to: &paragraph, most: Far.article.most)
      paragraphs.append(paragraph)
      ProgramResolver.add(own, to: &whole, most: Far.article.most)
    }
    // What a paragraph says in all is what it says up to its last sentence.
    for index in article.sentences.indices.dropLast().reversed()
    where article.sentences[index].paragraph == article.sentences[index + 1].paragraph {
      paragraphs.copy(index + 1, to: index)
    }
    sentenceScores = scores
    paragraphScores = paragraphs
    headlineScores = headlines
    leadScores = lead ?? none
    articleScores = whole
  }

  /// The most that one sentence adds to what holds it.
  private static let mostOfSentence = 10

  private static func add(_ own: [Int], to sum: inout [Int], most: Int) {
    for program in sum.indices {
      sum[program] = min(sum[program] + min(own[program], mostOfSentence), most)
    }
  }

  /// The weights of the cues in a range; a word counts once.
  private static func scores(in range: Range<Int>, _ scan: Scan, _ count: Int) -> [Int] {
    var scores = [Int](repeating: 0, count: count)
    _ = addScores(in: range, scan, to: &scores)
    return scores
  }

  /// Adds the weights of the cues in a range.
  ///
  /// - Returns: whether there are any.
  private static func addScores(in range: Range<Int>, _ scan: Scan, to scores: inout [Int]) -> Bool
  {
    if range.isEmpty { return false }
    var found = false
    for token in scan.tokens(.noun, in: range) where token.range.upperBound <= range.upperBound {
      if case .noun(let noun) = token.entry, let program = noun.program {
        scores[program] += noun.weight
        found = true
      }
    }
    for token in scan.tokens(.cue, in: range) where token.range.upperBound <= range.upperBound {
      guard case .cue(let program, let weight) = token.entry, !isCut(token, scan) else { continue }
      scores[program] += weight
      found = true
    }
    return found
  }

  /// 新建工会 of 新建|工会健康小屋: a site's name begins inside the cue and goes on behind it.
  private static func isCut(_ cue: Token, _ scan: Scan) -> Bool {
    guard let noun = scan.tokens(.noun, in: cue.range).last, case .noun(let word) = noun.entry,
      word.kind == .site
    else { return false }
    return noun.range.lowerBound > cue.range.lowerBound
      && noun.range.upperBound > cue.range.upperBound
  }

  /// The programme of a figure with a label.
  func program(of figure: Figure, sentence index: Int, label: Range<Int>) -> ResolvedProgram {
    let sentence = article.sentences[index]
    var total = [Int](repeating: 0, count: programCount)
    total[other] = Far.other
    func add(_ scores: some Collection<Int>, _ trust: Trust) {
      var program = 0
      for score in scores {
        if score > 0 {
          total[program] += min(score, trust.most) * trust.point
          if score >= ProgramResolver.clearCue { total[program] += trust.clear }
        }
        program += 1
      }
    }
    var near = [Int](repeating: 0, count: programCount)
    for (range, trust) in clauses(around: figure, in: sentence.range) {
      if ProgramResolver.addScores(in: range, scan, to: &near) {
        add(near, trust)
        for program in near.indices { near[program] = 0 }
      }
    }
    let named = ProgramResolver.scores(in: label, scan, programCount)
    for program in 0..<programCount where named[program] > 0 { total[program] += Near.label }
    if index > 0 {
      if article.sentences[index - 1].paragraph == sentence.paragraph {
        add(sentenceScores[index - 1], Near.sentenceBefore)
      } else if article.role(of: article.sentences[index - 1]) == .body {
        add(sentenceScores[index - 1], Near.lastOfParagraph)
      }
    }
    add(paragraphScores[index], Far.paragraph)
    add(headlineScores[index], Far.headline)
    add(leadScores, Far.lead)
    add(articleScores, Far.article)
    return best(total)
  }

  /// The stretches of a figure's sentence, each with how far it is believed.
  private func clauses(around figure: Figure, in sentence: Range<Int>) -> [(Range<Int>, Trust)] {
    let clause = article.clause(around: figure.numeral.lowerBound, in: sentence)
    var stretches = [
      (clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound), Near.before),
      (min(clause.upperBound, figure.range.upperBound)..<clause.upperBound, Near.behind),
    ]
    // A semicolon parts what is told: the clauses beyond it speak for something else.
    var place = clause.lowerBound - 1
    for trust in Near.earlier
    where sentence.contains(place - 1) && scan.unit(place) != Sign.semicolon {
      let earlier = article.clause(around: place - 1, in: sentence)
      stretches.append((earlier, trust))
      place = earlier.lowerBound - 1
    }
    if sentence.contains(clause.upperBound + 1), scan.unit(clause.upperBound) != Sign.semicolon {
      let next = article.clause(around: clause.upperBound + 1, in: sentence)
      stretches.append((next, figure.kind == .funds ? Near.purpose : Near.next))
    }
    return stretches
  }

  /// The programme that the cues of a short text speak for, `other` where none does.
  static func likeliest(in range: Range<Int>, _ scan: Scan) -> Int {
    let programs = scan.lexicon.programs
    let scores = scores(in: range, scan, programs.count)
    let other = programs.firstIndex { $0.id == "other" } ?? programs.count - 1
    guard let most = scores.max(), most > 0 else { return other }
    return scores.firstIndex(of: most) ?? other
  }

  private func best(_ total: [Int]) -> ResolvedProgram {
    let ranked = total.indices.sorted { (-total[$0], $0) < (-total[$1], $1) }
    let (first, second) = (ranked[0], ranked[1])
    if total[first] == Far.other, first == other {
      return ResolvedProgram(index: other, score: 0, rival: nil)
    }
    let rival = total[second] > 0 ? (index: second, score: total[second]) : nil
    return ResolvedProgram(index: first, score: total[first], rival: rival)
  }
}

/// Rows of scores, one number for each programme, side by side.
private struct ScoreTable {
  private let programs: Int
  private var scores: [Int] = []

  init(programs: Int) { self.programs = programs }

  subscript(row: Int) -> ArraySlice<Int> { scores[row * programs..<(row + 1) * programs] }

  mutating func append(_ row: [Int]) { scores += row }

  mutating func copy(_ row: Int, to other: Int) {
    for program in 0..<programs {
      scores[other * programs + program] = scores[row * programs + program]
    }
  }
}
