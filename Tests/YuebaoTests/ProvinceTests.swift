import Testing
import Yuebao

@testable import Writing

@Suite("The tile map and the vocabulary know the same provinces")
struct ProvinceTests {
  @Test("Every province of the vocabulary has a tile whose name begins its own")
  func tiles() throws {
    let provinces = try Lexicon.builtIn().gazetteer.divisions.filter { $0.level == .province }
    #expect(provinces.map(\.code) == Province.all.map(\.code))
    for province in provinces {
      let tile = try #require(Province.of(province))
      #expect(province.name.hasPrefix(tile.chinese), "\(province.name)")
    }
  }
}
