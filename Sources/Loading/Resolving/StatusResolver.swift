import FactModel
import Lexicon

/// Settles whether a figure is a result, a plan, a rule or a single story.
struct StatusResolver {
  let article: ArticleText
  private var scan: Scan { article.scan }
  /// Larger sums are no standard per head and no one person's story.
  private static let largestRule = Amount(tenThousandths: 1_000_000 * Amount.scale)

  func status(of figure: Figure, sentence index: Int) -> Status {
    let sentence = article.sentences[index]
    let before = sentence.range.lowerBound..<figure.range.lowerBound
    if isPlanned(before, sentence) || continuesPlan(figure, index) { return .planned }
    guard figure.kind == .funds else {
      return figure.kind == .rates && hasCue(.rule, .near, in: clause(figure, sentence), upTo: figure) ? .rule : .actual
    }
    guard figure.quantity.value < StatusResolver.largestRule else { return .actual }
    if isRule(figure, sentence) { return .rule }
    return isCase(figure, sentence) ? .case : .actual
  }

  // MARK: Plans

  /// A cue of the future before the figure, that no 已 behind it takes back.
  private func isPlanned(_ before: Range<Int>, _ sentence: Sentence) -> Bool {
    guard let cue = scan.tokens(.status, in: before).last(where: { isFuture($0) }) else { return false }
    let later = scan.tokens(.time, in: cue.range.upperBound..<max(cue.range.upperBound, before.upperBound))
    return !later.contains { token in
      if case .time(.done) = token.entry { true } else if case .time(.open) = token.entry { true } else { false }
    }
  }

  private static let shall = spelled("将")
  private static let nouns = [spelled("计划"), spelled("规划"), spelled("准备")]
  private static let afterShall = Set("于在为对通继持进认聘奖推组开投发新建成覆惠培达有举安打指优分增再继给向从陆陆全逐对拿用面选评帮资慰联启设吸带派邀加拨扩提完实超突至到再还会集每".utf16)

  private func isFuture(_ token: Token) -> Bool {
    guard case .status(let word) = token.entry, word.status == .planned else { return false }
    let units = Array(scan.units[token.range])
    let end = token.range.upperBound
    if units == StatusResolver.shall {
      // 将会议常态化, 将课堂搬到车间: 将 with an object is no future.
      return StatusResolver.afterShall.contains(scan.unit(end)) && !isObject(end)
        || scan.token(.verb, at: end) != nil
    }
    if StatusResolver.nouns.contains(units) {
      let before = scan.unit(token.range.lowerBound - 1)
      if before == Sign.closeQuote || before == Sign.closeTitle { return false }
      if scan.unit(end) == Sign.closeQuote || scan.unit(end) == Sign.closeTitle { return false }
      return scan.token(.verb, at: end) != nil || scan.token(.time, at: end) != nil
        || Set("在用于到对为向从再投今明年每".utf16).contains(scan.unit(end)) || isNumeral(end)
    }
    return true
  }

  private func isNumeral(_ place: Int) -> Bool {
    place < scan.units.count && scan.lexicon.numerals[scan.units[place]] != nil
  }

  /// Whether a noun stands right behind 将 and a verb of moving behind the noun.
  private func isObject(_ place: Int) -> Bool {
    guard let noun = scan.token(.noun, at: place) else { return false }
    return scan.token(.verb, at: noun.range.upperBound) == nil
  }

  private static let listed = ["方面", "具体", "其中"].map(spelled)

  /// The items of a list of plans go on being planned: 2025年要办十件实事。慰问方面……
  private func continuesPlan(_ figure: Figure, _ index: Int) -> Bool {
    let sentence = article.sentences[index]
    let head = sentence.range.lowerBound..<min(sentence.range.lowerBound + 6, sentence.range.upperBound)
    guard head.contains(where: { place in StatusResolver.listed.contains { scan.hasWord($0, at: place) } })
    else { return false }
    var earlier = index - 1
    while earlier >= 0, index - earlier < 8 {
      let range = article.sentences[earlier].range
      if isPlanned(range, article.sentences[earlier]) { return true }
      let hasPast = scan.tokens(.time, in: range).contains {
        if case .time(.done) = $0.entry { true } else { false }
      }
      if hasPast { return false }
      earlier -= 1
    }
    return false
  }

  // MARK: Rules and stories

  private static let sums = ["共", "累计", "合计", "总", "筹集", "筹措", "拨付", "总计"].map(spelled)
  private static let perHead = [spelled("/人"), spelled("/月"), spelled("/年"), spelled("每人"), spelled("/户"), spelled("/次"), spelled("/天"), spelled("/场")]

  private func isRule(_ figure: Figure, _ sentence: Sentence) -> Bool {
    if StatusResolver.perHead.contains(where: { scan.hasWord($0, at: figure.range.upperBound) }) { return true }
    if hasCue(.rule, .on, in: sentence.range, upTo: figure) { return true }
    let clause = clause(figure, sentence)
    let toFigure = clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound)
    let isSum = toFigure.contains { place in StatusResolver.sums.contains { scan.hasWord($0, at: place) } }
    if isSum { return false }
    return hasCue(.rule, .near, in: clause, upTo: nil) || figure.quantity.qualifier == .atMost
  }

  private func isCase(_ figure: Figure, _ sentence: Sentence) -> Bool {
    hasCue(.case, .near, in: sentence.range, upTo: nil)
  }

  private func clause(_ figure: Figure, _ sentence: Sentence) -> Range<Int> {
    article.clause(around: figure.numeral.lowerBound, in: sentence.range)
  }

  private func hasCue(
    _ status: Status, _ reach: StatusWord.Reach, in range: Range<Int>, upTo figure: Figure?
  ) -> Bool {
    let end = figure.map { max(range.lowerBound, $0.range.upperBound) } ?? range.upperBound
    return scan.tokens(.status, in: range.lowerBound..<end).contains { token in
      guard case .status(let word) = token.entry else { return false }
      return word.status == status && word.reach == reach
    }
  }
}
