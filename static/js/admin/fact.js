// Facts inside rich text: a button that opens the ledger, and the chosen figure as one piece of text.

(() => {
  const { React, DraftJS, draftail } = window;

  class FactSource extends draftail.ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.fact,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    onChosen({ id, value, title }) {
      const { editorState, entityType, onComplete } = this.props;
      const withFact = editorState.getCurrentContent().createEntity(entityType.type, "IMMUTABLE", { id, value, title });
      const changed = DraftJS.Modifier.replaceText(
        withFact,
        editorState.getSelection(),
        value,
        editorState.getCurrentInlineStyle(),
        withFact.getLastCreatedEntityKey(),
      );
      this.workflow.close();
      onComplete(DraftJS.EditorState.push(editorState, changed, "insert-characters"));
    }
  }

  const Fact = (props) => {
    const { title } = props.contentState.getEntity(props.entityKey).getData();
    return React.createElement(draftail.TooltipEntity, { ...props, icon: "#icon-order", label: title, url: null });
  };

  draftail.registerPlugin({ type: "FACT", source: FactSource, decorator: Fact }, "entityTypes");
})();
