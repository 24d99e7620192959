namespace ConcurrentGc.Exploration.Textbook;

/// <summary>The barriers of the textbook collector. Their steps are those of the production barrier: see <see cref="TextbookRules.StoreSteps"/>.</summary>
public enum TextbookBarrier
{
    /// <summary>Stores and nothing else.</summary>
    None,

    /// <summary>Stores, then shades the stored value.</summary>
    DijkstraStoreShade,

    /// <summary>Shades the value, then stores it.</summary>
    DijkstraShadeStore,

    /// <summary>Shades the value that will be overwritten, then stores.</summary>
    YuasaBefore,

    /// <summary>Loads the value that will be overwritten, stores, then shades it.</summary>
    YuasaAfter,

    /// <summary>Stores, then turns a black holder grey again.</summary>
    Steele,

    /// <summary>Shades the value that will be overwritten and the new one, then stores.</summary>
    Hybrid,
}
